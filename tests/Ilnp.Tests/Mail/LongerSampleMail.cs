namespace Ilnp.Tests.Mail;

/// <summary>Models of the mails to groups that may go on after the programme's end.</summary>
static class LongerSampleMail
{
    static readonly Uri Link = new("https://ilnp.example.org/d/eyJrIjoiMSJ9.c2lnbmF0dXJl");

    public static Dictionary<string, object?> Ask { get; } = new()
    {
        ["asking"] = null,
        ["partners"] = "عبد الله محمد",
        ["months"] = 3,
        ["close_date"] = "Thursday, 10 September 2020",
        ["again"] = true,
        ["url"] = Link,
    };

    public static Dictionary<string, object?> Not { get; } = new() { ["partners"] = "李晓明" };

    public static Dictionary<string, object?> Agreed { get; } = new()
    {
        ["partners"] = "李晓明",
        ["until_date"] = "Friday, 4 December 2020",
        ["url"] = Link,
        ["liaison_name"] = "Ada Lead",
    };

    public static Dictionary<string, object?> Stopped { get; } = new() { ["partners"] = "李晓明", ["who"] = null, ["own_word"] = false };

    public static Dictionary<string, object?> ToLiaison { get; } = new()
    {
        ["group"] = "G012",
        ["members"] = "María José Núñez, 李晓明",
        ["until_date"] = "Friday, 4 December 2020",
        ["group_url"] = Link,
    };

    public static Dictionary<string, object?> Prompt { get; } = new()
    {
        ["topic"] = SampleMail.Prompt["topic"],
        ["prompts"] = SampleMail.Prompt["prompts"],
        ["reading"] = SampleMail.Prompt["reading"],
        ["partners"] = SampleMail.Prompt["partners"],
        ["liaison_name"] = SampleMail.Prompt["liaison_name"],
        ["until_date"] = "Friday, 4 December 2020",
    };
}
