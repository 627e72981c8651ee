using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Care, as its steps give them.</summary>
static class CareMails
{
    static readonly Dictionary<string, object?> Heard = new()
    {
        ["about"] = "李晓明",
        ["liaison_name"] = "Ada Lead",
        ["liaison_email"] = "ada@example.org",
        ["leads"] = "Ada Lead, Ben Lead",
        ["next_date"] = "15 June 2020",
    };

    static readonly Dictionary<string, object?> Paused = new()
    {
        ["paused"] = "李晓明",
        ["partners"] = "عبد الله محمد",
        ["until_date"] = "15 June 2020",
        ["liaison_name"] = "Ada Lead",
        ["liaison_email"] = "ada@example.org",
    };

    static readonly Dictionary<string, object?> Concern = new()
    {
        ["group"] = "G012",
        ["members"] = Members,
        ["about"] = "María José Núñez",
        ["others"] = "李晓明",
        ["words"] = "We have little in common.",
        ["helps"] = "A partner with a different background",
        ["since"] = "12 June 2020",
        ["liaison_name"] = "Ada Lead",
        ["is_liaison"] = false,
        ["stands_in"] = false,
        ["again"] = false,
        ["instead_of"] = null,
        ["url"] = Link,
    };

    public static SampleModels Models { get; } = new()
    {
        ["new-partner"] = new Dictionary<string, object?>
        {
            ["former"] = "Zoë Müller",
            ["partners"] = "李晓明",
            ["liaison_name"] = "Ada Lead",
            ["liaison_email"] = "ada@example.org",
        },
        ["pair-stays"] = new Dictionary<string, object?>
        {
            ["partners"] = "李晓明",
            ["liaison_name"] = "Ada Lead",
            ["liaison_email"] = "ada@example.org",
        },
        ["pulse"] = new Dictionary<string, object?>
        {
            ["partners"] = "عبد الله محمد",
            ["rhythm"] = "every two weeks",
            ["tool"] = "video calls",
            ["url"] = Link,
            ["liaison_name"] = "Ada Lead",
        },
        ["nudge"] = new Dictionary<string, object?> { ["partners"] = Members, ["url"] = Link, ["liaison_name"] = "Ada Lead" },
        ["heard-silence"] = Some(Heard, "about", "liaison_name", "next_date"),
        ["heard-mismatch"] = Some(Heard, "liaison_name", "liaison_email"),
        ["heard-trouble"] = Some(Heard, "leads"),
        ["reconnect"] = new Dictionary<string, object?>
        {
            ["partners"] = Members,
            ["liaison_name"] = "Ada Lead",
            ["liaison_email"] = "ada@example.org",
        },
        ["still-here"] = new Dictionary<string, object?>
        {
            ["partner"] = "李晓明",
            ["partner_email"] = "li@example.org",
            ["liaison_name"] = "Ada Lead",
        },
        ["partner-answered"] = new Dictionary<string, object?>
        {
            ["partner"] = "李晓明",
            ["liaison_name"] = "Ada Lead",
            ["liaison_email"] = "ada@example.org",
        },
        ["partner-back"] = Some(Paused, "paused", "until_date"),
        ["pause-noted"] = Some(Paused, "until_date", "partners", "liaison_name"),
        ["partner-pauses"] = Some(Paused, "paused", "until_date", "liaison_name"),
        ["welcome-back"] = Some(Paused, "partners", "until_date", "liaison_name"),
        ["liaison-silence"] = Some(
            Concern, "instead_of", "group", "members", "again", "url", "liaison_name", "is_liaison", "stands_in", "about", "since"),
        ["liaison-mutual"] = Some(
            Concern, "instead_of", "group", "members", "again", "url", "liaison_name", "is_liaison", "stands_in", "since"),
        ["liaison-mismatch"] = Some(
            Concern, "instead_of", "group", "members", "again", "url", "liaison_name",
            "is_liaison", "stands_in", "about", "others", "words", "helps", "since"),
        ["liaison-quiet"] = Some(Concern, "instead_of", "group", "members", "again", "url", "liaison_name", "is_liaison", "stands_in"),
        ["lead-trouble"] = Some(
            Concern, "instead_of", "group", "members", "again", "url", "liaison_name", "about", "others", "words", "since"),
        ["liaison-week"] = new Dictionary<string, object?>
        {
            ["all"] = 3,
            ["stands_in"] = "Ben Liaison",
            ["need"] = new object[]
            {
                new Dictionary<string, object?>
                {
                    ["group"] = "G012",
                    ["names"] = "María José Núñez and 李晓明",
                    ["why"] = new[] { "Something waits for your decision." },
                    ["members"] = Members,
                    ["url"] = Link,
                    ["group_url"] = Link,
                },
            },
            ["introduced"] = new object[]
            {
                new Dictionary<string, object?>
                {
                    ["group"] = "G012",
                    ["names"] = "María José Núñez and 李晓明",
                    ["group_url"] = Link,
                },
            },
            ["well"] = new[] { "Zoë Müller and عبد الله محمد", "Amina Person and Kofi Mensah" },
            ["groups_url"] = Link,
        },
        ["liaison-handed-over"] = new Dictionary<string, object?>
        {
            ["group"] = "G012",
            ["by"] = "Ada Lead",
            ["former"] = "Ben Liaison",
            ["members"] = Members,
            ["questions"] = new object[] { new Dictionary<string, object?> { ["what"] = "Nothing comes from 李晓明", ["url"] = Link } },
            ["group_url"] = Link,
        },
        ["liaison-resolved"] = new Dictionary<string, object?> { ["group"] = "G012", ["members"] = "María José Núñez, 李晓明" },
        ["farewell"] = new Dictionary<string, object?> { ["partners"] = "李晓明", ["own_word"] = true },
        ["place-kept"] = new Dictionary<string, object?> { ["liaison_name"] = "Ada Lead", ["url"] = Link },
        ["group-ended"] = new Dictionary<string, object?>(),
        ["going-on"] = new Dictionary<string, object?> { ["gone"] = "李晓明", ["partners"] = "Zoë Müller" },
        ["searching"] = new Dictionary<string, object?>
        {
            ["partners"] = "李晓明",
            ["liaison_name"] = "Ada Lead",
            ["liaison_email"] = "ada@example.org",
        },
        ["trio-consent"] = new Dictionary<string, object?>
        {
            ["country"] = "Kenya",
            ["interests"] = "children's services",
            ["url"] = Link,
            ["close_date"] = "20 June 2020",
        },
        ["liaison-no-contact"] = new Dictionary<string, object?>
        {
            ["group"] = "G012",
            ["members"] = Members,
            ["reporter"] = "María José Núñez",
        },
        ["liaison-unplaced"] = new Dictionary<string, object?> { ["group"] = "G012", ["member"] = Members[0] },
    };
}
