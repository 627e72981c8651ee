using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of a meeting of everybody.</summary>
static class MeetingsMails
{
    public static SampleModels Models { get; } = new()
    {
        ["meeting"] = new Dictionary<string, object?>
        {
            ["sitting"] = "Monday, 15 June 2020, 17:00",
            ["other_sitting"] = "Tuesday, 16 June 2020, 02:30",
            ["by_day"] = true,
            ["minutes"] = 60,
            ["zone"] = null,
            ["again"] = false,
            ["url"] = Link,
        },
        ["meeting-off"] = new Dictionary<string, object?> { ["sitting"] = "Monday, 15 June 2020, 17:00" },
        ["committee-meeting"] = new Dictionary<string, object?>
        {
            ["off"] = false,
            ["first_time"] = "Monday, 15 June 2020 08:00 (Chicago Time)",
            ["second_time"] = "Monday, 15 June 2020 20:00 (Chicago Time)",
            ["minutes"] = 60,
            ["people"] = 96,
            ["url"] = Link,
        },
    };
}
