using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Cohort, as its steps give them.</summary>
static class CohortMails
{
    static readonly object[] DayLines =
        [new Dictionary<string, object?>
        {
            ["what"] = "Last moment to apply",
            ["new_date"] = "Tuesday, 7 April 2020",
            ["old_date"] = "Tuesday, 31 March 2020",
        }];

    public static SampleModels Models { get; } = new()
    {
        ["dates-changed"] = new Dictionary<string, object?> { ["lines"] = DayLines },
        ["dates-moved"] = new Dictionary<string, object?>
        {
            ["lines"] = DayLines,
            ["by"] = "Ada Lead",
            ["is_announced"] = true,
            ["dates_url"] = Link,
        },
        ["priority"] = new Dictionary<string, object?> { ["later"] = false, ["next_wave"] = "autumn 2020" },
    };
}
