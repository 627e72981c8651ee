using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails to groups that may go on after the programme's end.</summary>
static class ContinuingMails
{
    static Dictionary<string, object?> Ask { get; } = new()
    {
        ["asking"] = null,
        ["partners"] = "عبد الله محمد",
        ["months"] = 3,
        ["close_date"] = "Thursday, 10 September 2020",
        ["again"] = true,
        ["url"] = Link,
    };

    static Dictionary<string, object?> Not { get; } = new() { ["partners"] = "李晓明" };

    static Dictionary<string, object?> Agreed { get; } = new()
    {
        ["partners"] = "李晓明",
        ["until_date"] = "Friday, 4 December 2020",
        ["url"] = Link,
        ["liaison_name"] = "Ada Lead",
    };

    static Dictionary<string, object?> Stopped { get; } = new() { ["partners"] = "李晓明", ["who"] = null, ["own_word"] = false };

    static Dictionary<string, object?> ToLiaison { get; } = new()
    {
        ["group"] = "G012",
        ["members"] = "María José Núñez, 李晓明",
        ["until_date"] = "Friday, 4 December 2020",
        ["group_url"] = Link,
    };

    public static SampleModels Models { get; } = new()
    {
        ["longer-ask"] = Ask,
        ["longer-not"] = Not,
        ["longer-agreed"] = Agreed,
        ["longer-stopped"] = Stopped,
        ["longer-over"] = Not,
        ["liaison-longer"] = ToLiaison,
    };
}
