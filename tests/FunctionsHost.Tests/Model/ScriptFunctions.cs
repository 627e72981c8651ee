using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsHost.Tests.Model;

/// <summary>Runs a <see cref="Script"/> on the engine.</summary>
public static class ScriptFunctions
{
    static readonly TaskOptions ThreeAttempts = TaskOptions.FromRetryPolicy(new(3, TimeSpan.FromHours(1)));

    static readonly ConcurrentDictionary<string, int> failures = new();

    [Function("Script")]
    public static async Task<long> RunScript([OrchestrationTrigger] TaskOrchestrationContext context, Script script)
    {
        var total = await RunAsync(context, script.Body, script.Total);
        if (script.Times > 1) context.ContinueAsNew(script with { Times = script.Times - 1, Total = total });
        return total;
    }

    [Function("Child")]
    public static async Task<long> RunChild([OrchestrationTrigger] TaskOrchestrationContext context, Child child)
    {
        if (child.Waits) await context.WaitForExternalEvent<bool>("Begin");
        return await RunAsync(context, child.Body, 5);
    }

    [Function("Double")]
    public static int RunDouble([ActivityTrigger] int number) => number % 7 == 0 ? throw new InvalidOperationException("seven") : 2 * number;

    /// <returns>The number of the attempt that must succeed; another one fails.</returns>
    [Function("Flaky")]
    public static int RunFlaky([ActivityTrigger] FlakyCall call)
    {
        if (call.Failures == 0) return 1; // its key may come again, in a round that begins in the same moment
        var attempt = failures.AddOrUpdate(call.Key, 1, (_, before) => before + 1);
        return attempt <= call.Failures ? throw new InvalidOperationException("flaky") : attempt;
    }

    static async Task<long> RunAsync(TaskOrchestrationContext context, Step[] body, long total)
    {
        foreach (var step in body) total = await RunAsync(context, step, total);
        return total;
    }

    static async Task<long> RunAsync(TaskOrchestrationContext context, Step step, long total)
    {
        switch (step)
        {
            case Call call:
                return PlainInterpreter.Mix(total, await context.CallActivityAsync<int>("Double", call.Number));
            case Flaky flaky:
                return PlainInterpreter.Mix(total, await context.CallActivityAsync<int>("Flaky", new FlakyCall($"{context.NewGuid()}", flaky.Failures), ThreeAttempts));
            case Sleep sleep:
                await context.CreateTimer(TimeSpan.FromHours(sleep.Hours), CancellationToken.None);
                return PlainInterpreter.Mix(total, 3);
            case Race race:
                return PlainInterpreter.Mix(total, await RunRaceAsync(context, race));
            case Listen listen:
                return PlainInterpreter.Mix(total, await ListenAsync(context, listen));
            case Hear hear:
                return PlainInterpreter.Mix(total, await context.WaitForExternalEvent<int>($"e{hear.Number}"));
            case Child child:
                return PlainInterpreter.Mix(total, await CallAsync(context, child));
            case All all:
                var results = await Task.WhenAll(all.Branches.Select(branch => RunAsync(context, branch, 11)));
                return results.Aggregate(total, PlainInterpreter.Mix);
            default:
                return await RunAttemptAsync(context, (Attempt)step, total);
        }
    }

    static Task<long> CallAsync(TaskOrchestrationContext context, Child child)
    {
        var id = context.NewGuid().ToString("N");
        var result = context.CallSubOrchestratorAsync<long>("Child", child, new SubOrchestrationOptions(new RetryPolicy(child.Attempts, TimeSpan.FromHours(1)), id));
        if (child.Waits) context.SendEvent(id, "Begin", true);
        return result;
    }

    static async Task<long> RunRaceAsync(TaskOrchestrationContext context, Race race)
    {
        using var cancel = new CancellationTokenSource();
        var first = context.CreateTimer(TimeSpan.FromHours(race.Hours), cancel.Token);
        var other = context.CreateTimer(TimeSpan.FromHours(race.OtherHours), cancel.Token);
        var winner = await Task.WhenAny(first, other);
        cancel.Cancel();
        return winner == first ? 1 : 2;
    }

    static async Task<long> ListenAsync(TaskOrchestrationContext context, Listen listen)
    {
        try
        {
            return await context.WaitForExternalEvent<int>("never", TimeSpan.FromHours(listen.Hours));
        }
        catch (TaskCanceledException)
        {
            return 19;
        }
    }

    static async Task<long> RunAttemptAsync(TaskOrchestrationContext context, Attempt attempt, long total)
    {
        try
        {
            return await RunAsync(context, attempt.Body, total);
        }
        catch (TaskFailedException)
        {
            return PlainInterpreter.Mix(total, 13);
        }
    }
}

/// <summary>What <c>Flaky</c> is asked.</summary>
public sealed record FlakyCall(string Key, int Failures);
