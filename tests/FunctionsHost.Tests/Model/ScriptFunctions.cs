namespace FunctionsHost.Tests.Model;

/// <summary>Runs a <see cref="Script"/> on the engine.</summary>
public static class ScriptFunctions
{
    [Function("Script")]
    public static async Task<long> RunScript([OrchestrationTrigger] TaskOrchestrationContext context, Script script)
    {
        var total = await RunAsync(context, script.Body, script.Total);
        if (script.Times > 1) context.ContinueAsNew(script with { Times = script.Times - 1, Total = total });
        return total;
    }

    [Function("Child")]
    public static Task<long> RunChild([OrchestrationTrigger] TaskOrchestrationContext context, Step[] body) => RunAsync(context, body, 5);

    [Function("Double")]
    public static int RunDouble([ActivityTrigger] int number) => number % 7 == 0 ? throw new InvalidOperationException("seven") : 2 * number;

    static async Task<long> RunAsync(TaskOrchestrationContext context, Step[] body, long total)
    {
        foreach (var step in body) total = PlainInterpreter.Mix(total, await RunAsync(context, step, total));
        return total;
    }

    static async Task<long> RunAsync(TaskOrchestrationContext context, Step step, long total)
    {
        switch (step.Kind)
        {
            case Kind.Call: return await context.CallActivityAsync<int>("Double", step.Number);
            case Kind.Hear: return await context.WaitForExternalEvent<int>($"e{step.Number}");
            case Kind.Child:
                return await context.CallSubOrchestratorAsync<long>("Child", step.Body, TaskOptions.FromRetryPolicy(new(step.Number, TimeSpan.FromHours(1))));
            case Kind.Sleep:
                await context.CreateTimer(TimeSpan.FromHours(step.Number), CancellationToken.None);
                return 3;
            case Kind.All:
                var results = await Task.WhenAll(step.Body.Select(branch => RunAsync(context, [branch], 11)));
                return results.Aggregate(0L, PlainInterpreter.Mix);
        }

        try
        {
            return await RunAsync(context, step.Body, total);
        }
        catch (TaskFailedException)
        {
            return 13;
        }
    }
}
