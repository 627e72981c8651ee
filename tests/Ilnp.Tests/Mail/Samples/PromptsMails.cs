using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Prompts, as its steps give them.</summary>
static class PromptsMails
{
    /// <summary>A mail of the middle; <c>first</c> and <c>last</c> tell the others.</summary>
    public static Dictionary<string, object?> Prompt { get; } = new()
    {
        ["month"] = 2,
        ["months"] = 4,
        ["first"] = false,
        ["last"] = false,
        ["topic"] = "A failure worth telling",
        ["prompts"] = new object[]
        {
            new Dictionary<string, object?> { ["title"] = "A failure worth telling", ["text"] = "What did it teach you?" },
            new Dictionary<string, object?> { ["title"] = "The search box", ["text"] = "What would your readers type?" },
        },
        ["reading"] = new object[]
        {
            new Dictionary<string, object?> { ["title"] = "Ten words for a catalogue", ["url"] = Link, ["about"] = "video, 12 minutes" },
        },
        ["assignment"] = "One small change",
        ["assignment_url"] = Link,
        ["behind"] = "the introduction",
        ["next"] = new object[]
        {
            new Dictionary<string, object?> { ["date"] = "Wednesday, 1 July 2020", ["what"] = "the half-way survey" },
        },
        ["partners"] = "عبد الله محمد",
        ["rhythm"] = "every two weeks",
        ["liaison_name"] = "Ada Lead",
        ["url"] = Link,
    };

    public static SampleModels Models { get; } = new()
    {
        ["prompt"] = Prompt,
        ["prompt-further"] = new Dictionary<string, object?>(Some(Prompt, "topic", "prompts", "reading", "partners", "liaison_name"))
        {
            ["until_date"] = "Friday, 4 December 2020",
        },
    };
}
