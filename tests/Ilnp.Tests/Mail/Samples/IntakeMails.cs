using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Intake, as its steps give them.</summary>
static class IntakeMails
{
    public static SampleModels Models { get; } = new()
    {
        ["application-received"] = new Dictionary<string, object?>
        {
            ["deadline"] = "31 March 2020",
            ["next_date"] = "28 April 2020",
            ["updated"] = true,
            ["open"] = true,
            ["unclear"] = false,
            ["summary"] = new object[]
            {
                new Dictionary<string, object?> { ["label"] = "Country", ["value"] = "Chile" },
                new Dictionary<string, object?> { ["label"] = "Languages", ["value"] = "Spanish, English" },
            },
        },
        ["application-ineligible"] = new Dictionary<string, object?>
        {
            ["reasons"] = new[] { "You wrote that you cannot be reached by mail once every two weeks." },
        },
        ["application-withdrawn"] = new Dictionary<string, object?>(),
        ["application-change"] = new Dictionary<string, object?>
        {
            ["url"] = Link,
            ["close_date"] = "2 April 2020",
            ["summary"] = new object[] { new Dictionary<string, object?> { ["label"] = "Country", ["value"] = "Chile" } },
        },
        ["application-unfinished"] = new Dictionary<string, object?> { ["url"] = Link, ["close_date"] = "31 March 2020" },
        ["application-kept"] = new Dictionary<string, object?>(),
    };
}
