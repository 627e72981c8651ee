using System.Text.Json;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>An instance's record after a step.</summary>
static class NextRecord
{
    public static Task<InstanceRecord> AfterAsync(InstanceRecord before, OrchestrationRun? run, Ending? ending, DateTimeOffset now, Payloads payloads) => ending switch
    {
        Finished finished => FinishedAsync(before, run, finished, now, payloads),
        ContinuedAsNew continued => ContinuedAsync(before, run!, continued, now, payloads),
        _ => GoingOnAsync(before, run!, now, payloads),
    };

    /// <summary>As it must have been after the last step of a run that was read from the history.</summary>
    public static InstanceRecord Replayed(InstanceRecord stored, OrchestrationRun run)
    {
        var open = run.OpenCalls.ToList();
        return stored with
        {
            IsFresh = false,
            Steps = run.Steps,
            Status = run.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running,
            WakeAt = open.OfType<TimerScheduled>().Select(timer => (DateTimeOffset?)new DateTimeOffset(timer.DueAt)).Min(),
            IsBusy = open.Any(call => call is ActivityScheduled or ChildScheduled),
            KeptEvents = Payload.None,
        };
    }

    static async Task<InstanceRecord> GoingOnAsync(InstanceRecord before, OrchestrationRun run, DateTimeOffset now, Payloads payloads)
        => Replayed(before, run) with { UpdatedAt = now, CustomStatus = await CustomStatusAsync(before, run, payloads) };

    static async Task<InstanceRecord> FinishedAsync(InstanceRecord before, OrchestrationRun? run, Finished finished, DateTimeOffset now, Payloads payloads) => before with
    {
        IsFresh = false,
        Steps = run?.Steps ?? before.Steps,
        Status = finished.Status,
        UpdatedAt = now,
        WakeAt = null,
        IsBusy = false,
        CustomStatus = run is null ? before.CustomStatus : await CustomStatusAsync(before, run, payloads),
        KeptEvents = Payload.None,
        Output = await payloads.WriteAsync(before.Key, finished.Output, CancellationToken.None),
        Failure = finished.Failure is null
            ? Payload.None
            : await payloads.WriteAsync(before.Key, JsonSerializer.Serialize(finished.Failure, HistoryJson.Default.TaskFailureDetails), CancellationToken.None),
    };

    static async Task<InstanceRecord> ContinuedAsync(
        InstanceRecord before, OrchestrationRun run, ContinuedAsNew continued, DateTimeOffset now, Payloads payloads) => before with
        {
            IsFresh = true,
            Steps = 0,
            Status = OrchestrationRuntimeStatus.Running,
            UpdatedAt = now,
            WakeAt = null,
            IsBusy = false,
            ExecutionId = Guid.NewGuid().ToString("N"),
            Generation = before.Generation + 1,
            Version = continued.Version ?? before.Version,
            CustomStatus = await CustomStatusAsync(before, run, payloads),
            Input = await payloads.WriteAsync(before.Key, continued.Input, CancellationToken.None),
            KeptEvents = continued.Kept.Count == 0
            ? Payload.None
            : await payloads.WriteAsync(before.Key, HistoryStep.EventsToJson(continued.Kept), CancellationToken.None),
        };

    /// <summary>
    /// Written again only if it changed. As on the real engine, what the execution before had set is shown until the second step
    /// of this one, unless this one sets its own.
    /// </summary>
    static async Task<Payload> CustomStatusAsync(InstanceRecord before, OrchestrationRun run, Payloads payloads)
    {
        if (run.CustomStatus is null) return before.IsFresh ? before.CustomStatus : Payload.None;
        return run.CustomStatusChanged ? await payloads.WriteAsync(before.Key, run.CustomStatus, CancellationToken.None) : before.CustomStatus;
    }
}
