using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Stories, as its steps give them.</summary>
static class StoriesMails
{
    public static SampleModels Models { get; } = new()
    {
        ["story-written"] = new Dictionary<string, object?>
        {
            ["former"] = null,
            ["changed"] = true,
            ["about_picture"] = false,
            ["picture"] = "Two libraries under snow.",
            ["title"] = "Two libraries, one winter",
            ["signed_by"] = "María José Núñez",
            ["language"] = "English",
            ["paragraphs"] = new object[] { "We met on a screen in May.", "By August we had a plan." },
            ["stories_url"] = Link,
        },
    };
}
