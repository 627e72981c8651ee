using Ilnp.Mail;
using Ilnp.Mail.Ledger;

namespace Ilnp.Tests.Mail.Ledger;

public sealed class LedgerRulesTests
{
    static readonly DateTimeOffset Now = new(2020, 5, 4, 8, 0, 0, TimeSpan.Zero);

    static LedgerEntry Entry(MailStatus status, string by = "other", int secondsAgo = 0) => new()
    {
        Key = new("c", "pulse", "1", "P1"),
        Template = "pulse",
        Language = "en",
        Stream = MailStream.Optional,
        Status = status,
        FirstAttemptAt = Now,
        ClaimedAt = Now.AddSeconds(-secondsAgo),
        ClaimedBy = by,
        Sender = "sendgrid",
    };

    [Theory]
    [InlineData(MailStatus.Claimed, "other", 0, EntryState.Held)]
    [InlineData(MailStatus.Claimed, "other", 899, EntryState.Held)]
    [InlineData(MailStatus.Claimed, "other", 900, EntryState.Doubtful)]
    [InlineData(MailStatus.Claimed, "me", 0, EntryState.Doubtful)]
    [InlineData(MailStatus.Unknown, "other", 0, EntryState.Doubtful)]
    [InlineData(MailStatus.Released, "other", 0, EntryState.Free)]
    [InlineData(MailStatus.Suppressed, "other", 0, EntryState.Free)]
    [InlineData(MailStatus.Failed, "other", 0, EntryState.Settled)]
    [InlineData(MailStatus.Sent, "me", 9999, EntryState.Settled)]
    [InlineData(MailStatus.Delivered, "me", 9999, EntryState.Settled)]
    [InlineData(MailStatus.Bounced, "me", 9999, EntryState.Settled)]
    [InlineData(MailStatus.Complained, "me", 9999, EntryState.Settled)]
    public void GivenAnEntry_WhenAskedForAgain_ThenItStandsSo(MailStatus status, string by, int secondsAgo, EntryState expected) =>
        Assert.Equal(expected, LedgerRules.State(Entry(status, by, secondsAgo), "me", Now, TimeSpan.FromMinutes(15)));

    [Theory]
    [InlineData(MailStatus.Claimed, MailStatus.Sent, MailStatus.Sent)]
    [InlineData(MailStatus.Unknown, MailStatus.Sent, MailStatus.Sent)]
    [InlineData(MailStatus.Failed, MailStatus.Delivered, MailStatus.Delivered)]
    [InlineData(MailStatus.Delivered, MailStatus.Sent, MailStatus.Delivered)]
    [InlineData(MailStatus.Bounced, MailStatus.Delivered, MailStatus.Bounced)]
    [InlineData(MailStatus.Delivered, MailStatus.Bounced, MailStatus.Bounced)]
    [InlineData(MailStatus.Bounced, MailStatus.Complained, MailStatus.Complained)]
    public void GivenAnEvent_WhenItIsApplied_ThenTheMailOnlyMovesForward(MailStatus before, MailStatus happened, MailStatus after) =>
        Assert.Equal(after, LedgerRules.Apply(Entry(before), new("e1", happened, Now)).Status);

    [Fact]
    public void GivenAnEventASecondTime_WhenItIsApplied_ThenNothingChanges()
    {
        var once = LedgerRules.Apply(Entry(MailStatus.Sent), new("e1", MailStatus.Delivered, Now));
        Assert.Same(once, LedgerRules.Apply(once, new("e1", MailStatus.Bounced, Now)));
    }
}
