using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Operations.Telemetry;

/// <summary>Reads four times a day how things stand, for whoever measures it; nothing is read while nobody does.</summary>
public sealed class StateSweep(
    CohortStore cohorts, DecisionStore decisions, StandingDecisions standing, StateSignals signals, TimeProvider time)
{
    [Function(nameof(MeasureState))]
    public async Task MeasureState(
        [TimerTrigger("0 54 */6 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!signals.IsHeard) return;
        var now = time.GetUtcNow();
        var (open, steps) = (new List<OpenQuestions>(), new List<(string, string)>());
        foreach (var cohort in (await cohorts.ListAsync(cancellation)).Where(cohort => now < new ProgrammeCalendar(cohort).End))
        {
            var asked = await decisions.ListAsync(cohort.Id, cancellation: cancellation);
            open.AddRange(OpenQuestions.Of(cohort, await standing.OpenAsync(asked, cohort, now, cancellation), now));
            if (await StepAsync(cohort.Id, client, cancellation) is { } step) steps.Add((cohort.Id, step));
        }

        signals.Tell(new(now, (await client.FailedAsync(cancellation)).Count, open, steps));
    }

    /// <summary>Null before it began.</summary>
    static async Task<string?> StepAsync(string cohortId, DurableTaskClient client, CancellationToken cancellation) =>
        await client.FindAsync(
            InstanceIds.Cohort(cohortId), withStatus: true, cancellation) is { SerializedCustomStatus: not null } instance
            ? instance.ReadCustomStatusAs<CohortStatus>()?.Phase.ToString().ToLower(CultureInfo.InvariantCulture)
            : null;
}
