using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Stories.Pictures;
using Ilnp.Stories.Questions;
using Microsoft.DurableTask.Client;

namespace Ilnp.Stories;

/// <summary>
/// Begins to tell the web coordinators, when the words have settled: whoever changes them ten times has written one draft. And whoever
/// takes their words back has their picture deleted at once.
/// </summary>
sealed class StoryEffect(StoryPictureStore pictures) : IDecisionEffect
{
    /// <summary>Minutes in which somebody reads over what they have sent.</summary>
    internal const int QuietMinutes = 15;

    public string Form => Telling.Name;

    public async Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (!StoryRules.HasConsent(decision.Choice)) await pictures.EraseAsync(decision.CohortId, decision.SubjectId, cancellation);
        var due = new DueDraft(
            decision.CohortId, decision.SubjectId, decision.Version, decision.AnsweredAt!.Value.UtcDateTime.AddMinutes(QuietMinutes));
        await client.StartOnceAsync(nameof(StoryDraftOrchestrator), due, InstanceIds.Story(due.CohortId, due.PersonId, due.Version));
    }
}
