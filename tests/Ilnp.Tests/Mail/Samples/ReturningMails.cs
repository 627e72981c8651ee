using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Returning, as its steps give them.</summary>
static class ReturningMails
{
    public static SampleModels Models { get; } = new()
    {
        ["round-open"] = new Dictionary<string, object?>
        {
            ["next_programme"] = "ILNP Autumn 2020",
            ["later"] = false,
            ["waited"] = true,
            ["url"] = Link,
            ["close_date"] = "10 October 2020",
        },
    };
}
