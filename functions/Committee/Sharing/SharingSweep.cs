using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Sharing;

/// <summary>Brings the files of all running cohorts up to date, every three hours.</summary>
public sealed class SharingSweep(CohortStore cohorts, SharedFiles files, TimeProvider time)
{
    /// <summary>For so long after a cohort's end something may still change: late answers, the report.</summary>
    static readonly TimeSpan After = TimeSpan.FromDays(60);

    [Function(nameof(ShareFiles))]
    public async Task ShareFiles([TimerTrigger("0 23 */3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (!files.IsOn) return;
        var now = time.GetUtcNow();
        foreach (var cohort in await cohorts.ListAsync(cancellation))
        {
            var calendar = new ProgrammeCalendar(cohort);
            if (calendar.Announce <= now.UtcDateTime && now.UtcDateTime < calendar.End + After)
                await files.ShareAsync(cohort, cancellation);
        }
    }
}
