using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Stories.Pictures;

/// <summary>Begins to tell the web coordinators of a picture, when it has settled: it waits for them as the words do.</summary>
public sealed class StoryPictureDrafts(TimeProvider time)
{
    /// <param name="story">The words it stands beside.</param>
    /// <param name="picture">Which.</param>
    /// <param name="isGone">Whether its author took it away.</param>
    /// <param name="client">Starts what writes the mail.</param>
    public Task BeginAsync(Story story, StoryPicture picture, bool isGone, DurableTaskClient client)
    {
        var at = time.GetUtcNow().UtcDateTime.AddMinutes(StoryEffect.QuietMinutes);
        var due = new DueDraft(story.CohortId, story.PersonId, story.Version, at) { Picture = picture.Stamp, IsPictureGone = isGone };
        var instance = InstanceIds.StoryPicture(
            story.CohortId, story.PersonId, story.Version, isGone ? $"no-{picture.Stamp}" : picture.Stamp);
        return client.StartOnceAsync(nameof(StoryDraftOrchestrator), due, instance);
    }
}
