using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Standstill;
using Microsoft.DurableTask;

namespace Ilnp.Announcements;

/// <summary>The announcement, as orchestrations say it.</summary>
static class AnnouncementSteps
{
    /// <summary>
    /// Flyers in every language, and the texts to those who spread the word. When applications have closed before that, nobody is invited
    /// to apply, and the committee hears of it.
    /// </summary>
    public static Task Announce(this TaskOrchestrationContext context, CohortPlan plan) =>
        plan.MoreDays > 0 && context.CurrentUtcDateTime >= plan.ApplicationsClose
            ? context.TellLate(new(plan.CohortId, LateThing.Announcement))
            : context.Do(nameof(AnnouncementActivities.SendAnnouncement), plan.CohortId);
}
