using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Availability, as its steps give them.</summary>
static class AvailabilityMails
{
    public static SampleModels Models { get; } = new()
    {
        ["availability"] = new Dictionary<string, object?>
        {
            ["close_date"] = "28 April 2020",
            ["start_date"] = "4 May 2020",
            ["end_date"] = "3 September 2020",
            ["begun"] = true,
            ["url"] = Link,
        },
        ["availability-reminder"] = new Dictionary<string, object?>
        {
            ["close_date"] = "28 April 2020",
            ["url"] = Link,
            ["last_reminder"] = true,
        },
        ["standby"] = new Dictionary<string, object?> { ["begun"] = true },
        ["not-chosen"] = new Dictionary<string, object?>
        {
            ["reason"] = "All people who share a language and an interest with you applied earlier and are paired.",
            ["next_wave"] = "autumn 2020",
        },
    };
}
