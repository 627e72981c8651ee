using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Reports, as its steps give them.</summary>
static class ReportsMails
{
    public static SampleModels Models { get; } = new()
    {
        ["report"] = new Dictionary<string, object?>
        {
            ["report_url"] = Link,
            ["participants"] = 97,
            ["countries"] = 46,
            ["satisfaction"] = "38 of 42 gave it 3 points or more out of 5.",
        },
    };
}
