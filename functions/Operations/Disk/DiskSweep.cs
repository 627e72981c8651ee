using Ilnp.Operations.Stuck;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Ilnp.Operations.Disk;

/// <summary>
/// Looks four times a day whether the disk fills up, and tells of it before it is full; nothing is looked at where there is none.
/// </summary>
public sealed class DiskSweep(DiskWatch disk, CohortStore cohorts, StuckLetters letters, TimeProvider time, ILogger<DiskSweep> logger)
{
    [Function(nameof(TellOfLowDisk))]
    public async Task TellOfLowDisk([TimerTrigger("0 52 */6 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (await disk.LookAsync(cancellation) is not { } low) return;
        logger.LogWarning("The disk has {Megabytes} MB free. Make room before it is full.", low.Count);
        foreach (var cohort in (await cohorts.ListAsync(cancellation))
            .Where(cohort => time.GetUtcNow() < new ProgrammeCalendar(cohort).End))
            await letters.TellAsync(cohort, low, cancellation);
    }
}
