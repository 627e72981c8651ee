using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Local.Bench.Engine;

/// <summary>What the engines are measured by: functions as an app has them, which do next to nothing.</summary>
public static class EngineFunctions
{
    [Function(nameof(One))]
    public static Task<string> One([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
        context.CallActivityAsync<string>(nameof(Greet), name);

    [Function(nameof(Parallel))]
    public static async Task<int> Parallel([OrchestrationTrigger] TaskOrchestrationContext context, int count) =>
        (await Task.WhenAll(Enumerable.Range(0, count).Select(i => context.CallActivityAsync<string>(nameof(Greet), $"{i}")))).Length;

    /// <summary>The moment of each activity, as ticks of the stopwatch.</summary>
    [Function(nameof(Sequence))]
    public static async Task<long[]> Sequence([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var moments = new List<long>();
        for (var i = 0; i < count; i++) moments.Add(await context.CallActivityAsync<long>(nameof(Moment), i));
        return [.. moments];
    }

    /// <summary>Two turns and no activity: it waits for a moment that is already there.</summary>
    [Function(nameof(Waits))]
    public static Task Waits([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
        context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);

    [Function(nameof(Greet))]
    public static string Greet([ActivityTrigger] string name) => $"Hello {name}!";

    [Function(nameof(Moment))]
    public static long Moment([ActivityTrigger] int number) => Stopwatch.GetTimestamp();
}
