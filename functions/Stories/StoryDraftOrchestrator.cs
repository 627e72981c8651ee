using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Stories;

/// <summary>Waits until words have settled, and mails them as a draft. One for each version: only the last tells.</summary>
public static class StoryDraftOrchestrator
{
    [Function(nameof(StoryDraftOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, DueDraft due)
    {
        await context.WaitUntil(due.At);
        await context.Do(nameof(StoryDraftActivities.SendDraft), due);
    }
}

/// <summary>Input of a draft's orchestration.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="PersonId">Who wrote.</param>
/// <param name="Version">The recorded answer's.</param>
/// <param name="At">UTC; when nobody has changed it for long enough.</param>
public sealed record DueDraft(string CohortId, string PersonId, int Version, DateTime At)
{
    /// <summary>Stamp of the picture that was added, changed or taken away beside these words; null where the words are told of.</summary>
    public string? Picture { get; init; }

    /// <summary>Whether that picture was taken away.</summary>
    public bool IsPictureGone { get; init; }
}
