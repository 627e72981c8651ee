using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Approvals;

/// <summary>Makes the announcements that a crash prevented: at every start, and four times a day.</summary>
public sealed class AnnouncementSweep(
    CohortStore cohorts, DecisionStore store, DecisionAnnouncer announcer,
    HandingLetters handings, TimeProvider time, ILogger<AnnouncementSweep> logger)
{
    /// <summary>
    /// So long after its end a cohort's decisions may be forgotten, and with them what was left to announce: nobody looks there any more.
    /// </summary>
    static readonly TimeSpan Echo = TimeSpan.FromDays(90);

    [Function(nameof(AnnounceLeftDecisions))]
    public async Task AnnounceLeftDecisions(
        [TimerTrigger("0 23 */6 * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var cohort in (await cohorts.ListAsync(cancellation))
            .Where(cohort => now.UtcDateTime < new ProgrammeCalendar(cohort).End + Echo))
            foreach (var left in await store.UnannouncedAsync(cohort.Id, cancellation))
                await AnnounceAsync(cohort.Id, left, client, cancellation);
    }

    /// <summary>A later version is announced by its own row.</summary>
    async Task AnnounceAsync(string cohortId, Announcement left, DurableTaskClient client, CancellationToken cancellation)
    {
        logger.LogWarning(
            "Decision {Decision}, version {Version}, was recorded and not announced: announcing it now.", left.DecisionId, left.Version);
        var found = await store.FindAsync(cohortId, left.DecisionId, cancellation);
        if (left.Handing > 0 && found?.Handed?.Number == left.Handing)
            await handings.TellAsync(found, cancellation);
        else if (left.Handing == 0 && found is { } decision && decision.Version == left.Version)
            await announcer.AnnounceAsync(decision, client, cancellation);
        else
            await store.AnnouncedAsync(cohortId, left, cancellation);
    }
}
