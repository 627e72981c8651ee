using System.Collections.Concurrent;
using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Orchestration.Retries;

/// <summary>Orchestrations that ask somebody and tell what they heard, with activities that fail as a test says.</summary>
public sealed class Asking(Troubles troubles)
{
    [Function(nameof(AskOne))]
    public static async Task<string> AskOne([OrchestrationTrigger] TaskOrchestrationContext context, string who)
    {
        var heard = await context.Do<string>(nameof(Ask), who);
        await context.Do(nameof(Tell), heard);
        return heard;
    }

    [Function(nameof(AskAll))]
    public static async Task AskAll([OrchestrationTrigger] TaskOrchestrationContext context, string[] all)
    {
        await context.ForEach(all, nameof(Ask), who => who);
        await context.ForEach(all, nameof(Tell), who => who);
    }

    [Function(nameof(AskBelow))]
    public static Task<string> AskBelow([OrchestrationTrigger] TaskOrchestrationContext context, string who) =>
        context.CallSubOrchestratorAsync<string>(nameof(AskOne), who, new SubOrchestrationOptions(instanceId: "below"));

    [Function(nameof(Ask))]
    public string Ask([ActivityTrigger] string who)
    {
        troubles.Meet(nameof(Ask), who);
        return $"{who} answers";
    }

    [Function(nameof(Tell))]
    public void Tell([ActivityTrigger] string what) => troubles.Meet(nameof(Tell), what);
}

/// <summary>What each try of an activity meets, and when it was tried.</summary>
public sealed class Troubles(TimeProvider time)
{
    readonly ConcurrentQueue<(string What, DateTimeOffset At)> met = [];

    /// <summary>By activity, input and number of the try from 1 on: what to throw; null for no trouble.</summary>
    public Func<string, string, int, Exception?> Next { get; set; } = (_, _, _) => null;

    /// <summary>Seconds from each try of an activity to the next.</summary>
    public IEnumerable<double> Waits(string activity, string input)
    {
        var times = met.Where(one => one.What == $"{activity} {input}").Select(one => one.At).ToList();
        return times.Zip(times.Skip(1), (one, next) => Math.Round((next - one).TotalSeconds));
    }

    public int Tries(string activity, string input) => met.Count(one => one.What == $"{activity} {input}");

    public void Meet(string activity, string input)
    {
        met.Enqueue(($"{activity} {input}", time.GetUtcNow()));
        if (Next(activity, input, Tries(activity, input)) is { } trouble) throw trouble;
    }
}
