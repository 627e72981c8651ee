using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Stories.Pictures;
using Ilnp.Texts;

namespace Ilnp.Stories.PersonalData;

/// <summary>The picture beside somebody's words: table <c>StoryPictures</c> and container <c>story-pictures</c>.</summary>
sealed class StoryPictureData(StoryPictureStore pictures, CohortStore cohorts) : IPersonalData
{
    public static readonly HeldData Held = new(
        "story-picture", ErasureTurn.Records, $"table {StoryPictureStore.Table}", $"container {StoryPictureStore.Container}");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        if (await pictures.FindAsync(who.CohortId, who.PersonId, cancellation) is not { } picture) return [];
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        var content = await pictures.FileAsync(who.CohortId, picture, cancellation);
        return
        [
            new(
                new { picture.Description, picture.Width, picture.Height, picture.At, file = "picture.jpg", content },
                null,
                new HoldingLine(words["privacy.story-picture.file"], "picture.jpg"),
                new HoldingLine(words["privacy.story-picture.description"], picture.Description),
                new HoldingLine(words["privacy.story-picture.at"], DateText.At(picture.At, cohort, words.Language))),
        ];
    }

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) =>
        pictures.EraseAsync(who.CohortId, who.PersonId, cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        pictures.ForgetAsync(cohortId, most, cancellation);
}
