using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Stories.Pictures;
using Ilnp.Stories.Questions;

namespace Ilnp.Stories;

/// <summary>
/// Finds words for others. What is shown is read from their author's own answer each time: what is taken back, changed or erased is not
/// there any more from that moment on.
/// </summary>
public sealed class StoryReading(
    CohortStore cohorts, DecisionStore decisions, StoryPressStore presses, StoryPictureStore pictures, TimeProvider time)
{
    /// <summary>What everybody may read, of all cohorts, the latest first.</summary>
    /// <param name="language">ISO 639-1; the programmes' names are in it.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<ShownStory>> ShownAsync(string language, CancellationToken cancellation)
    {
        var shown = new List<ShownStory>();
        foreach (var cohort in await cohorts.ListAsync(cancellation))
        {
            var pressed = (await presses.ListAsync(cohort.Id, cancellation)).Where(press => press.IsShown)
                .ToDictionary(press => press.PersonId);
            if (pressed.Count == 0) continue;
            shown.AddRange(
                from story in await WrittenAsync(cohort.Id, cancellation)
                let press = pressed.GetValueOrDefault(story.PersonId)
                where StoryRules.IsShown(story, press)
                select new ShownStory(
                    story, cohort.NameIn(language), press.At, StoryRules.IsPictureShown(story, press) ? story.Picture : null));
        }

        return [.. shown.OrderByDescending(one => one.ShownAt).ThenBy(one => one.Anchor, StringComparer.Ordinal)];
    }

    /// <summary>All of a cohort that their authors agree to have shown, with what was pressed; what waits comes first.</summary>
    public async Task<IReadOnlyList<(Story Story, StoryPress? Press)>> ListAsync(string cohortId, CancellationToken cancellation)
    {
        var pressed = (await presses.ListAsync(cohortId, cancellation)).ToDictionary(press => press.PersonId);
        return
        [
            .. (await WrittenAsync(cohortId, cancellation)).Select(story => (story, pressed.GetValueOrDefault(story.PersonId)))
                .OrderByDescending(one => StoryRules.Waits(one.story, one.Item2) || StoryRules.PictureWaits(one.story, one.Item2))
                .ThenByDescending(one => one.story.WrittenAt),
        ];
    }

    /// <summary>Null where there is none, or its author does not agree to have it shown.</summary>
    public async Task<(Story Story, StoryPress? Press)?> FindAsync(string cohortId, string personId, CancellationToken cancellation) =>
        await decisions.FindAsync(cohortId, Telling.DecisionId(personId), cancellation) is { } decision
        && StoryRules.Of(decision, time.GetUtcNow()) is { } story
            ? await WithPictureAsync(story, cancellation)
            : null;

    /// <summary>The picture of this address, while everybody may see it; null else.</summary>
    public async Task<StoryPicture?> ShownPictureAsync(string cohortId, string pictureId, CancellationToken cancellation) =>
        (await pictures.ListAsync(cohortId, cancellation)).FirstOrDefault(one => one.Id == pictureId) is { } picture
        && await FindAsync(cohortId, picture.PersonId, cancellation) is { } found && StoryRules.IsPictureShown(found.Story, found.Press)
        && found.Story.Picture!.Id == pictureId
            ? picture
            : null;

    async Task<(Story Story, StoryPress? Press)> WithPictureAsync(Story story, CancellationToken cancellation)
    {
        var (press, picture) = (
            presses.FindAsync(story.CohortId, story.PersonId, cancellation),
            pictures.FindAsync(story.CohortId, story.PersonId, cancellation));
        return (story with { Picture = await picture }, await press);
    }

    async Task<IEnumerable<Story>> WrittenAsync(string cohortId, CancellationToken cancellation)
    {
        var (asked, added) = (
            decisions.ListAsync(cohortId, Telling.Prefix, cancellation), pictures.ListAsync(cohortId, cancellation));
        var beside = (await added).ToDictionary(picture => picture.PersonId);
        return (await asked).Select(decision => StoryRules.Of(decision, time.GetUtcNow())).OfType<Story>()
            .Select(story => story with { Picture = beside.GetValueOrDefault(story.PersonId) });
    }
}
