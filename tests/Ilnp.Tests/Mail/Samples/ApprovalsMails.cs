using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Approvals, as its steps give them.</summary>
static class ApprovalsMails
{
    public static SampleModels Models { get; } = new()
    {
        ["decision-receipt"] = new Dictionary<string, object?>
        {
            ["what"] = "Can you take part?",
            ["change_url"] = Link,
            ["close_date"] = "28 April 2020",
            ["answers"] = new object[]
            {
                new Dictionary<string, object?> { ["question"] = "Can you take part?", ["answer"] = "Yes, I can" },
            },
        },
        ["decision-handed"] = new Dictionary<string, object?>
        {
            ["by"] = "Ada Lead",
            ["what"] = "The proposed pairs",
            ["about"] = "The matching proposes 47 pairs from 46 countries.",
            ["until"] = "Friday, 17 April 2020",
            ["url"] = Link,
        },
        ["decision-taken"] = new Dictionary<string, object?>
        {
            ["is_open"] = true,
            ["what"] = "The proposed pairs",
            ["change_url"] = Link,
            ["answers"] = new object[]
            {
                new Dictionary<string, object?> { ["question"] = "What shall happen with this proposal?", ["answer"] = "Approve it" },
            },
        },
        ["decision-noted"] = new Dictionary<string, object?>
        {
            ["what"] = "One person or two?",
            ["is_over"] = false,
            ["until"] = "This stays open until people are asked to take part. Until then you can change your answer.",
            ["change_url"] = Link,
            ["answers"] = new object[]
            {
                new Dictionary<string, object?> { ["question"] = "Are they the same person?", ["answer"] = "The same person" },
            },
        },
        ["fresh-link"] = new Dictionary<string, object?> { ["url"] = Link },
        ["still-open"] = new Dictionary<string, object?>
        {
            ["what"] = "Can you take part?",
            ["close_date"] = "30 April 2020",
            ["url"] = Link,
        },
        ["decision-reminder"] = new Dictionary<string, object?>
        {
            ["what"] = "the proposed pairs",
            ["pairs"] = 47,
            ["countries"] = 46,
            ["needed"] = 2,
            ["remind_days"] = 3,
            ["heard_by"] = "Tom Technical",
            ["reminder"] = 1,
            ["instead_of"] = "Ada Lead",
            ["url"] = Link,
        },
    };
}
