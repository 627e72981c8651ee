using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Committee.People.Bulk;

/// <summary>Does the same about many people, a few at a time, and says how far it is.</summary>
public static class BulkOrchestrator
{
    /// <summary>Few enough that the progress is seen to move, and that mails do not come in one burst.</summary>
    const int AtOnce = 5;

    /// <returns>What became of it.</returns>
    [Function(nameof(BulkOrchestrator))]
    public static async Task<BulkResult> Run([OrchestrationTrigger] TaskOrchestrationContext context, BulkRun run)
    {
        var result = new BulkResult(0, []);
        context.SetCustomStatus(result.Progress);
        foreach (var some in run.People.Chunk(AtOnce))
        {
            var reasons = await Task.WhenAll(some.Select(person => context.ActOn(run, person)));
            var leftOut = some.Zip(reasons).Where(one => one.Second is not null).Select(one => new LeftOut(one.First, one.Second!));
            result = new(result.Done + reasons.Count(reason => reason is null), [.. result.LeftOut, .. leftOut]);
            context.SetCustomStatus(result.Progress);
        }

        return result;
    }

    static Task<string?> ActOn(this TaskOrchestrationContext context, BulkRun run, string personId) =>
        context.Do<string?>(nameof(BulkActivities.ActOnPerson), new BulkStep(run.CohortId, run.PlanId, run.MemberId, personId));
}
