using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Stories.Questions;

namespace Ilnp.Stories;

/// <summary>Says beside the form how the words stand, and what a change of them causes; and takes no mail addresses.</summary>
sealed class TellingCheck(StoryReading stories) : IDecisionCheck
{
    public string Form => Telling.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation) =>
        await stories.FindAsync(decision.CohortId, decision.SubjectId, cancellation) is not { } found ? DecisionStand.Open
            : DecisionStand.Open with { NoteKeys = [StateKey(found.Story, found.Press)] };

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(
            reading.Answers.Where(answer => answer.Value.Any(StoryRules.HasAddress))
                .ToDictionary(answer => answer.Key, _ => new FormError("story.wrong.address")));

    /// <summary>Text that tells the author how the words stand.</summary>
    public static string StateKey(Story story, StoryPress? press) =>
        StoryRules.IsShown(story, press) ? "story.state.shown"
        : StoryRules.Waits(story, press) ? "story.state.waits"
        : "story.state.not-shown";
}
