using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Matching, as its steps give them.</summary>
static class MatchingMails
{
    public static SampleModels Models { get; } = new()
    {
        ["match-none"] = new Dictionary<string, object?>
        {
            ["applicants"] = 1,
            ["held"] = "王小明 (China)",
            ["notes"] = new[] { "Nobody shares a language with anybody." },
            ["people_url"] = Link,
            ["url"] = Link,
            ["instead_of"] = null,
        },
        ["match-approval"] = new Dictionary<string, object?>
        {
            ["needed"] = 2,
            ["remind_days"] = 3,
            ["heard_by"] = "the other leads",
            ["instead_of"] = "Ada Lead",
            ["pairs"] = 47,
            ["countries"] = 46,
            ["applicants"] = 430,
            ["held"] = "王小明 (China)",
            ["changes"] = new Dictionary<string, object?>
            {
                ["same"] = 44,
                ["new"] = 3,
                ["gone"] = 3,
                ["not_followed"] = 1,
                ["examples"] = new[] { "María José (Chile) + 李晓明 (China)" },
            },
            ["score_note"] = "The proposal is the best possible by your settings.",
            ["url"] = Link,
            ["review_url"] = Link,
            ["sample"] = new object[]
            {
                new Dictionary<string, object?>
                {
                    ["members"] = "María José (Chile) and 李晓明 (China)",
                    ["reasons"] = "Both put cataloguing first. Both speak English.",
                },
            },
        },
    };
}
