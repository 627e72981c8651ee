using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Announcements, as its steps give them.</summary>
static class AnnouncementsMails
{
    public static SampleModels Models { get; } = new()
    {
        ["announcement"] = new Dictionary<string, object?>
        {
            ["deadline"] = "31 March 2020",
            ["apply_url"] = Link,
            ["flyers"] = new object[] { new Dictionary<string, object?> { ["language"] = "Español", ["url"] = Link } },
            ["pictures"] = new object[] { new Dictionary<string, object?> { ["language"] = "Español: square", ["url"] = Link } },
            ["spread_url"] = Link,
        },
    };
}
