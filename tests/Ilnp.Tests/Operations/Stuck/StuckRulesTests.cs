using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Operations.Stuck;
using Ilnp.Programme;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Operations.Stuck;

public sealed class StuckRulesTests
{
    static readonly DateTimeOffset Now = new(2020, 6, 10, 12, 0, 0, TimeSpan.Zero);

    static readonly CohortSettings Cohort = Cohorts.Pilot with
    {
        Committee =
        [
            .. Cohorts.Pilot.Committee,
            new() { Id = "tess", Name = "Tess Ito", Email = "tess@example.org", Roles = [CommitteeRole.Technical] },
        ],
    };

    [Theory]
    [InlineData("P1:Unknown:50", "unknown-20200608 1")]
    [InlineData("P1:Claimed:50 P2:Unknown:49", "unknown-20200608 2")]
    [InlineData("P1:Unknown:50 P2:Unknown:74", "unknown-20200607 1,unknown-20200608 1")]
    [InlineData("P1:Unknown:30", "")]
    [InlineData("P1:Sent:50 P2:Bounced:50 P3:Released:50", "")]
    [InlineData("ada:Bounced:1", "unreached-aaaaaaaaaaaaaaaa 1")]
    [InlineData("ada:Suppressed:1 ada:Failed:9", "unreached-aaaaaaaaaaaaaaaa 2")]
    [InlineData("ada:Bounced:9 ada:Delivered:1", "")]
    [InlineData("ada:Bounced:9 ada:Claimed:1", "unreached-aaaaaaaaaaaaaaaa 1")]
    public void GivenMails_WhenLookedThrough_ThenADaysUnknownOnesAreOneThingAndAMemberIsUnreachedByTheLatest(
        string mails, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ',', StuckRules.OfMails(Cohort, Mails(mails), _ => new('a', 40), Now).Select(stuck => $"{stuck.Key} {stuck.Count}")));

    [Theory]
    [InlineData("ada", 7, 0, 1, true)]
    [InlineData("ada", 5, 0, 1, false)]
    [InlineData("ada", 7, 1, 1, false)]
    [InlineData("ada", 7, 0, -1, false)]
    [InlineData("P1", 7, 0, 1, false)]
    public void GivenAnOpenQuestion_WhenDaysPass_ThenOnlyTheCommitteesIsLate(
        string who, double daysAgo, int version, double closesIn, bool late) =>
        Assert.Equal(late, StuckRules.OfAnswers(Cohort, [Asked(who, "review", daysAgo, version, closesIn)], Now).Any());

    [Fact]
    public void GivenSeveralQuestions_WhenLate_ThenThoseThatOneMemberWasAskedOnADayAreOneThing() => Assert.Equal(
        ["unanswered-ben-20200601 1", "unanswered-ada-20200602 2", "unanswered-ada-20200603 1"],
        StuckRules.OfAnswers(
            Cohort,
            [Asked("ada", "a", 6.9, 0, 1), Asked("ada", "b", 7.9, 0, 1), Asked("ada", "c", 7.6, 0, 1), Asked("ben", "d", 9, 0, 1)],
            Now)
            .Select(stuck => $"{stuck.Key} {stuck.Count}"));

    [Fact]
    public void GivenWhatStopped_WhenNobodyDecides_ThenItsOwnRemindersAreEnough() =>
        Assert.Empty(StuckRules.OfAnswers(Cohort, [Asked("ada", "stopped", 30, 0, 1)], Now));

    [Theory]
    [InlineData(StuckKind.Mails, null, "ada tess")]
    [InlineData(StuckKind.Member, "ada", "tess")]
    [InlineData(StuckKind.Member, "tess", "ada")]
    [InlineData(StuckKind.Answer, "ben", "ada")]
    [InlineData(StuckKind.Answer, "ada", "tess")]
    [InlineData(StuckKind.Form, null, "ada tess")]
    public void GivenSomethingStuck_WhenTold_ThenOthersThanWhomItIsAboutHear(StuckKind kind, string? about, string told) =>
        Assert.Equal(told, string.Join(' ', StuckRules.Told(Cohort, new(kind, "k", 1, Now, [], [], about)).Select(member => member.Id)));

    [Fact]
    public void GivenALeadAloneAmongLiaisons_WhenTheyDoNotAnswer_ThenTheLiaisonsHear() => Assert.Equal(
        Cohorts.Pilot.Committee.Select(member => member.Id).Where(id => id != "ada"),
        StuckRules.Told(Cohorts.Pilot, new(StuckKind.Answer, "k", 1, Now, [], [], "ada")).Select(member => member.Id));

    [Theory]
    [InlineData("tally form-tally-email:9 tally question-q1:30", "form-tally-20200609 2")]
    [InlineData("tally form-tally-email:9 typeform question-q1:9", "form-tally-20200610 1,form-typeform-20200610 1")]
    [InlineData("export question-q1:9", "")]
    [InlineData("tally unclear-w-a:9 tally message-a:9 tally stray-tally-20200610:9", "")]
    public void GivenLinesAboutForms_WhenLookedThrough_ThenWhatIsOpenOfOneFormIsOneThing(string lines, string expected)
    {
        var parts = lines.Split(' ').Chunk(2).Select(pair => (Provider: pair[0], Line: pair[1].Split(':')));
        var open = parts.Select(part => Problem(part.Provider, part.Line[0], int.Parse(part.Line[1], null))).ToList();
        Assert.Equal(expected, string.Join(',', StuckRules.OfForms(open).Select(stuck => $"{stuck.Key} {stuck.Count}")));
        Assert.Empty(StuckRules.OfForms(open.Select(problem => problem with { Meaning = "name" })));
    }

    static IntakeProblem Problem(string provider, string id, int hoursAgo) => new()
    {
        CohortId = "c",
        ProblemId = id,
        Provider = provider,
        Words = "",
        FoundAt = Now.AddHours(-hoursAgo),
    };

    static Decision Asked(string who, string form, double daysAgo, int version, double closesIn) => new()
    {
        Request = new() { CohortId = "c", DecisionId = $"{form}-{who}", Form = form, SubjectId = who, ClosesAt = Now.AddDays(closesIn) },
        Link = new(1, "k1", Now, ""),
        OpenedAt = Now.AddDays(-daysAgo),
        Version = version,
    };

    /// <summary>Whom for, how it stands, and the hours since the attempt.</summary>
    static IReadOnlyList<LedgerEntry> Mails(string words) => [.. words.Split(' ')
        .Select(word => word.Split(':')).Select((word, place) => new LedgerEntry
        {
            Key = new("c", "prompt", $"{place}", word[0]),
            Template = "prompt",
            Language = "en",
            Stream = MailStream.Essential,
            Status = Enum.Parse<MailStatus>(word[1]),
            FirstAttemptAt = Now.AddHours(-int.Parse(word[2], null)),
            ClaimedAt = Now.AddHours(-int.Parse(word[2], null)),
            ClaimedBy = "x",
            Sender = "sendgrid",
        })];
}
