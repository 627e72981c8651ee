using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Operations, as its steps give them.</summary>
static class OperationsMails
{
    public static SampleModels Models { get; } = new()
    {
        ["stuck"] = new Dictionary<string, object?>
        {
            ["what"] = "3 mails may not have gone out",
            ["meaning"] = "Sending broke off on Wednesday, June 3, 2020 6:00 AM (Europe/London).",
            ["advice"] = "The overview names for whom it was.",
            ["url"] = Link,
        },
        ["orchestration-failed"] = new Dictionary<string, object?>
        {
            ["stopped"] = "the care for 14 groups",
            ["since"] = "Wednesday, June 3, 2020 6:00 AM (Europe/London)",
            ["asked_before"] = true,
            ["failures"] = new object[]
            {
                new Dictionary<string, object?>
                {
                    ["stopped"] = "the care for group G012",
                    ["when"] = "Wednesday, June 3, 2020 6:00 AM (Europe/London)",
                    ["why"] = "the step AskPulse met an error (Azure.RequestFailedException).",
                    ["stuck"] = true,
                },
            },
            ["ids"] = new[] { "group-spring-2020-G012" },
            ["more"] = 13,
            ["meanings"] = new[] { "These groups are not asked how it goes." },
            ["advice"] = new[] { "Let it go on once." },
            ["remind_days"] = 3,
            ["can_decide"] = true,
            ["url"] = Link,
        },
    };
}
