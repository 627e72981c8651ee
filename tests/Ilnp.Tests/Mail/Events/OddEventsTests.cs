using System.Text;
using Ilnp.Mail.Events;
using Ilnp.Tests.Intake;

namespace Ilnp.Tests.Mail.Events;

/// <summary>Batches with odd entries, as senders of SendGrid's events have them.</summary>
public sealed class OddEventsTests
{
    static readonly IReadOnlyList<string> Batches = [.. FieldValues.Of("sendgrid-events").Select(value => value.Input)];

    [Fact]
    public void GivenAnOddEntry_WhenABatchIsRead_ThenTheOthersCount() =>
        Assert.Contains(
            SendGridEvent.Parse(Encoding.UTF8.GetBytes(Batches[0]))!, happened => SendGridEventRules.ForSuppression(happened) is not null);

    [Fact]
    public void GivenAnEntryThatIsNone_WhenABatchIsRead_ThenItAloneIsLeftOut() =>
        Assert.Equal(
            ["b"],
            SendGridEvent.Parse("""[7, {"event": ["x"]}, null, {"event": "bounce", "sg_event_id": "b"}]"""u8)!
                .Select(happened => happened.Id));

    [Fact]
    public void GivenMilliseconds_WhenTaken_ThenItIsTheSameMoment() =>
        Assert.Equal(2020, SendGridEventRules.ForLedger(SendGridEvent.Parse(Encoding.UTF8.GetBytes(Batches[1]))![0])!.At.Year);

    [Fact]
    public void GivenAMailboxThatIsFull_WhenItBounces_ThenTheAddressStaysOn() =>
        Assert.Null(SendGridEventRules.ForSuppression(SendGridEvent.Parse(Encoding.UTF8.GetBytes(Batches[2]))![0]));
}
