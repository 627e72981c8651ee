using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Announcements;

/// <summary>The announcement, as orchestrations say it.</summary>
static class AnnouncementSteps
{
    /// <summary>Flyers in every language, and the texts to those who spread the word.</summary>
    public static async Task Announce(this TaskOrchestrationContext context, CohortPlan plan)
    {
        await context.Do(nameof(AnnouncementActivities.SendAnnouncement), plan.CohortId);
    }
}
