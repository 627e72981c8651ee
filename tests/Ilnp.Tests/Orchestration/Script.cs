using System.Collections.Concurrent;
using FunctionsHost;
using Ilnp.Approvals;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Simulation.Time;

namespace Ilnp.Tests.Orchestration;

/// <summary>
/// The real engine on simulated time, with activities that answer from a script and are written down with their moment.
/// An activity that the script does not know fails the orchestration.
/// </summary>
sealed class Script(DateTime begin)
{
    static readonly DataConverter Data = ScriptedTasks.Data;

    readonly ConcurrentQueue<Call> calls = new();
    TimeProvider? clock;
    readonly ScriptedTasks tasks = new();
    readonly List<(DateTime At, Func<DurableTaskClient, Task> Happens)> happenings = [];

    /// <summary>A folder that gets the histories, or null.</summary>
    public string? Histories { get; init; }

    /// <summary>Everything called so far, in order.</summary>
    public IReadOnlyList<Call> Calls => [.. calls];

    /// <summary>Calls of one activity.</summary>
    public IReadOnlyList<Call> CallsOf(string activity) => [.. calls.Where(call => call.Activity == activity)];

    /// <summary>The activity gives nothing.</summary>
    public Script On(string activity) => On<object?>(activity, _ => null);

    /// <summary>The activity gives what the script says about its input, read as JSON; said again, the later answer counts.</summary>
    public Script On<TOutput>(string activity, Func<Input, TOutput> answer)
    {
        tasks.Activities[activity] = input =>
        {
            calls.Enqueue(new(activity, clock!.GetUtcNow().UtcDateTime, input));
            return Data.Serialize(
                answer(new(System.Text.Json.JsonDocument.Parse(input).RootElement, calls.Count(call => call.Activity == activity))));
        };
        return this;
    }

    public Script Orchestrator<TInput>(string name, Func<TaskOrchestrationContext, TInput, Task> run)
    {
        tasks.Orchestrators[name] = FuncTaskOrchestrator.Create<TInput, object?>(async (context, input) =>
        {
            await run(context, input);
            return null;
        });
        return this;
    }

    /// <summary>One that gives something.</summary>
    public Script Orchestrator<TInput, TOutput>(string name, Func<TaskOrchestrationContext, TInput, Task<TOutput>> run)
    {
        tasks.Orchestrators[name] = FuncTaskOrchestrator.Create<TInput, TOutput>(run);
        return this;
    }

    /// <summary>A decision arrives at a moment, UTC.</summary>
    public Script Decides(DateTime at, string instanceId, string eventName, string decisionId, string person, string choice)
    {
        return Happens(at, instanceId, eventName, new DecisionRecorded(decisionId, person, choice));
    }

    /// <summary>Any event arrives at a moment, UTC.</summary>
    public Script Happens(DateTime at, string instanceId, string eventName, object payload)
    {
        happenings.Add((at, client => client.RaiseEventAsync(instanceId, eventName, payload)));
        return this;
    }

    /// <summary>
    /// Nothing of an orchestration runs between two moments, UTC, as when the app is down: whatever
    /// is due meanwhile comes when it runs again.
    /// </summary>
    public Script StandsStill(string instanceId, DateTime from, DateTime until)
    {
        happenings.Add((from, client => client.SuspendInstanceAsync(instanceId)));
        happenings.Add((until, client => client.ResumeInstanceAsync(instanceId)));
        return this;
    }

    /// <summary>Runs one orchestration until a moment, UTC; replays from history at every step, as a restart would.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, object input, string instanceId, DateTime until)
    {
        await using var simulated = new SimulatedClock(new DateTimeOffset(begin, TimeSpan.Zero));
        clock = simulated;
        await using var host = await OrchestrationHost.StartAsync(tasks, simulated, Data, Histories);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId));
        foreach (var happening in happenings.OrderBy(happening => happening.At))
        {
            await simulated.RunUntilIdleAsync(new DateTimeOffset(happening.At, TimeSpan.Zero));
            await happening.Happens(host.Client);
        }

        await simulated.RunUntilIdleAsync(new DateTimeOffset(until, TimeSpan.Zero));
        return (await host.Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true))!;
    }

    /// <summary>One call.</summary>
    /// <param name="Activity">Its name.</param>
    /// <param name="At">UTC.</param>
    /// <param name="Json">The input.</param>
    public sealed record Call(string Activity, DateTime At, string Json)
    {
        public T Read<T>() => Data.Deserialize<T>(Json)!;
    }

    /// <summary>What an activity is asked, and the how manieth time, from 1.</summary>
    public sealed record Input(System.Text.Json.JsonElement Json, int Time)
    {
        public string Text(string property) => Json.GetProperty(property).GetString()!;
    }
}
