using Ilnp.Orchestration;
using Microsoft.DurableTask;

namespace Ilnp.Mail.Quiet;

/// <summary>Mails to many people, each by day where they are, as orchestrations say it.</summary>
public static class QuietSteps
{
    /// <summary>
    /// Writes at once to whom it is day for, and to each of the others on their next morning; in a cohort begun before there were quiet
    /// hours, at once to everybody.
    /// </summary>
    /// <param name="context">Of the orchestration.</param>
    /// <param name="keepsQuietHours">As the plan's.</param>
    /// <param name="some">To whom.</param>
    /// <param name="activity">Writes to one of them, and finds out anew whether it still should.</param>
    /// <param name="input">Of the activity, for a person's id.</param>
    public static async Task WriteByDay(
        this TaskOrchestrationContext context, bool keepsQuietHours, SomePeople some, string activity, Func<string, object> input)
    {
        var asleep = keepsQuietHours && some.PersonIds.Count > 0
            ? await context.Do<IReadOnlyList<Asleep>>(nameof(QuietActivities.ListAsleep), some)
            : [];
        await context.ForEach(some.PersonIds.Except(asleep.Select(one => one.PersonId)), activity, input);
        foreach (var morning in asleep.GroupBy(one => one.WakesAt).OrderBy(same => same.Key))
        {
            await context.WaitUntil(morning.Key);
            await context.ForEach(morning.Select(one => one.PersonId), activity, input);
        }
    }
}
