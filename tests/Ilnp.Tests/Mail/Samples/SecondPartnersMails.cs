using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails about a second partner beside the first.</summary>
static class SecondPartnersMails
{
    static Dictionary<string, object?> ToLeads { get; } = new()
    {
        ["pairs"] = 2,
        ["all"] = new object[]
        {
            Pair("李晓明 (China) + عبد الله محمد (Egypt)"), Pair("María José Núñez (Mexico) + Zoë Müller (Switzerland)"),
        },
        ["needed"] = 1,
        ["close_date"] = "Tuesday, 23 June 2020",
        ["again"] = true,
        ["instead_of"] = null,
        ["url"] = Link,
    };

    static Dictionary<string, object?> Pair(string members) =>
        new() { ["members"] = members, ["reasons"] = "Both speak English. Both put archives first." };

    public static SampleModels Models { get; } = new()
    {
        ["second-ask"] = new Dictionary<string, object?>
        {
            ["asking"] = "عبد الله محمد",
            ["close_date"] = "Wednesday, 17 June 2020",
            ["again"] = true,
            ["url"] = Link,
        },
        ["second-none"] = new Dictionary<string, object?>
        {
            ["reason"] = "consent",
            ["partners"] = "李晓明",
            ["liaison_name"] = "Ada Lead",
        },
        ["second-introduction"] = new Dictionary<string, object?>(IntroductionsMails.Models["introduction"]
            .Where(fact => fact.Key is not ("url" or "end_date" or "trio"))),
        ["second-ended"] = new Dictionary<string, object?> { ["partner"] = "李晓明", ["own_word"] = false },
        ["lead-seconds"] = ToLeads,
        ["lead-seconds-lapsed"] = new Dictionary<string, object?> { ["pairs"] = 2 },
    };
}
