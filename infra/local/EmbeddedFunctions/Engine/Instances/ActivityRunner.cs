using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Runs activities, so many at a time, each in a scope of its own, and tells the caller's instance the result.</summary>
sealed class ActivityRunner(
    DurableTaskRegistry registry, IServiceProvider services, DataConverter converter, int most, Work work, EngineStatistics statistics, FailureReport failures,
    ILogger logger)
    : IDisposable
{
    readonly SemaphoreSlim places = new(most);
    readonly Lock gate = new();
    readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int running;
    bool stopping;

    /// <summary>Starts the activity unless the engine is stopping; then the next start of the engine will.</summary>
    public void Start(Instance caller, string executionId, ActivityScheduled call)
    {
        lock (gate)
        {
            if (stopping) return;
            running++;
        }

        var piece = work.Begin();
        _ = Task.Run(async () =>
        {
            caller.Post(new(await RunInPlaceAsync(caller, call), null, executionId));
            piece.Dispose();
            lock (gate)
            {
                if (--running == 0 && stopping) drained.TrySetResult();
            }
        });
    }

    /// <summary>Starts no more, and completes when none runs.</summary>
    public Task DrainAsync()
    {
        lock (gate)
        {
            stopping = true;
            return running == 0 ? Task.CompletedTask : drained.Task;
        }
    }

    public void Dispose() => places.Dispose();

    async Task<Answer> RunInPlaceAsync(Instance caller, ActivityScheduled call)
    {
        await places.WaitAsync();
        try
        {
            statistics.CountActivity();
            return new ActivityCompleted(call.Id, await RunAsync(caller, call));
        }
        catch (ActivityMissingException missing)
        {
            return new ActivityFailed(call.Id, new("ActivityTaskNotFound", missing.Message, null, null, null), Final: true);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "Activity {Activity} of {InstanceId} failed", call.Name, caller.Id);
            return new ActivityFailed(call.Id, failures.Of(e));
        }
        finally
        {
            places.Release();
        }
    }

    async Task<string?> RunAsync(Instance caller, ActivityScheduled call)
    {
        await using var scope = services.CreateAsyncScope();
        var factory = registry.FindActivity(call.Name, call.Version) ?? throw new ActivityMissingException(call.Name);
        var activity = factory(scope.ServiceProvider);
        var input = converter.Deserialize(call.Input, activity.InputType);
        return converter.Serialize(await activity.RunAsync(new Context(call, caller.Id), input));
    }

    sealed class Context(ActivityScheduled call, string instanceId) : TaskActivityContext
    {
        public override TaskName Name => call.Name;

        public override string InstanceId => instanceId;

        public override string Version => call.Version ?? string.Empty;
    }

    sealed class ActivityMissingException(string name) : Exception($"No activity task named '{name}' was found.");
}
