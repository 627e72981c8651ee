using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Introductions, as its steps give them.</summary>
static class IntroductionsMails
{
    static readonly Dictionary<string, object?> Introduction = new()
    {
        ["members"] = new object[]
        {
            new Dictionary<string, object?>
            {
                ["name"] = "عبد الله محمد",
                ["country"] = "Egypt",
                ["languages"] = "Arabic, English",
                ["interests"] = "digital preservation, teaching",
                ["library"] = "university library", ["email"] = "abdallah@example.eg", ["local_time"] = "10:00",
            },
        },
        ["reasons"] = new[] { "You both speak English.", "You both put digital preservation first." },
        ["times"] = new object[]
        {
            new object[] { At("عبد الله محمد", "Thursday, 7 May 2020", "16:00"), At("María José Núñez", "Thursday, 7 May 2020", "10:00") },
        },
        ["liaison_name"] = "Ada Lead",
        ["liaison_email"] = "ada@example.org",
        ["url"] = Link,
        ["end_date"] = "4 September 2020",
        ["trio"] = false,
    };

    static Dictionary<string, object?> At(string name, string day, string time) =>
        new() { ["name"] = name, ["day"] = day, ["time"] = time };

    public static SampleModels Models { get; } = new()
    {
        ["introduction"] = Introduction,
        ["rematch-introduction"] = Introduction,
        ["agreed"] = new Dictionary<string, object?>
        {
            ["url"] = Link,
            ["answers"] = new object[]
            {
                new Dictionary<string, object?> { ["question"] = "How often will you talk?", ["answer"] = "Every week" },
            },
        },
    };
}
