using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Screening, as its steps give them.</summary>
static class ScreeningMails
{
    public static SampleModels Models { get; } = new()
    {
        ["applications-joined"] = new Dictionary<string, object?> { ["joined"] = true },
        ["intake-review"] = new Dictionary<string, object?>
        {
            ["received"] = 488,
            ["eligible"] = 430,
            ["ineligible"] = 20,
            ["held_back"] = 4,
            ["duplicates"] = 30,
            ["problems"] = new object[]
            {
                new Dictionary<string, object?> { ["row"] = "row 17", ["problem"] = "The country 'Narnia' is not known." },
            },
            ["settle_url"] = Link,
            ["proposals"] = new object[]
            {
                new Dictionary<string, object?>
                {
                    ["first"] = "Row 4",
                    ["second"] = "Row 90",
                    ["why"] = "the same name and country",
                    ["url"] = Link,
                },
            },
        },
    };
}
