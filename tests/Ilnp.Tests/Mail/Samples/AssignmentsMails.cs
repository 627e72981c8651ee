using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails about joint tasks.</summary>
static class AssignmentsMails
{
    public static SampleModels Models { get; } = new()
    {
        ["assignment-handed-in"] = new Dictionary<string, object?>
        {
            ["author"] = "عبد الله محمد",
            ["task"] = "One small change",
            ["paragraphs"] = new[] { "We moved the desk.", "Readers noticed." },
            ["changed"] = false,
            ["close_date"] = "Thursday, 10 September 2020",
            ["url"] = Link,
        },
    };
}
