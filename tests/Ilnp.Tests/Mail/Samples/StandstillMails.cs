using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Standstill, as its steps give them.</summary>
static class StandstillMails
{
    public static SampleModels Models { get; } = new()
    {
        ["standstill"] = new Dictionary<string, object?>
        {
            ["what"] = "topics of months 1 and 2 were not sent",
            ["more"] = "The next ones are due.",
            ["left_out"] = true,
            ["dates_url"] = Link,
        },
    };
}
