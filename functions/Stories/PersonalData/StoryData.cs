using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Stories.PersonalData;

/// <summary>
/// Whether the committee shows somebody's words: table <c>Stories</c>. The words themselves are an answer, and go with it; a draft of them
/// is a mail about its author, by its key, and goes with those.
/// </summary>
sealed class StoryData(StoryPressStore presses, CohortStore cohorts) : IPersonalData
{
    public static readonly HeldData Held = new("story", ErasureTurn.Records, "table Stories");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        if (await presses.FindAsync(who.CohortId, who.PersonId, cancellation) is not { } press) return [];
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        return
        [
            new(
                new { press.Version, press.IsShown, press.At },
                null,
                new HoldingLine(words["privacy.story.seen"], DateText.At(press.At, cohort, words.Language)),
                new HoldingLine(
                    words["privacy.story.decided"], words[press.IsShown ? "privacy.story.shown" : "privacy.story.not-shown"])),
        ];
    }

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) =>
        presses.EraseAsync(who.CohortId, who.PersonId, cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        presses.ForgetAsync(cohortId, most, cancellation);
}
