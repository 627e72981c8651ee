namespace FunctionsHost.Tests.Conformance.Functions;

/// <summary>Orchestrators that wait for time or for events.</summary>
public static class Waits
{
    static readonly TimeSpan Unit = TimeSpan.FromSeconds(2);

    [Function(nameof(ForAWord))]
    public static Task<string> ForAWord([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.WaitForExternalEvent<string>("Word");

    [Function(nameof(ForWords))]
    public static async Task<string[]> ForWords([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var words = new List<string>();
        for (var i = 0; i < count; i++) words.Add(await context.WaitForExternalEvent<string>("Word"));
        return [.. words];
    }

    /// <summary>Counts, against the rules, how often its code begins.</summary>
    [Function(nameof(Counted))]
    public static async Task<string> Counted([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        Activities.Count(context.InstanceId);
        var first = await context.CallActivityAsync<string>(nameof(Activities.Echo), "first");
        context.SetCustomStatus(first);
        return $"{first} {await context.WaitForExternalEvent<string>("Word")}";
    }

    /// <summary>The word is there before anybody waits for it.</summary>
    [Function(nameof(ForAWordLate))]
    public static async Task<string> ForAWordLate([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<string>("First");
        await context.CallActivityAsync<string>(nameof(Activities.Echo), "");
        return await context.WaitForExternalEvent<string>("WORD");
    }

    /// <param name="seconds">The word may take so long.</param>
    [Function(nameof(ForAWordAtMost))]
    public static async Task<string> ForAWordAtMost([OrchestrationTrigger] TaskOrchestrationContext context, double seconds)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("Word", TimeSpan.FromSeconds(seconds));
        }
        catch (TaskCanceledException)
        {
            return "nothing";
        }
    }

    [Function(nameof(ForANumber))]
    public static Task<int> ForANumber([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.WaitForExternalEvent<int>("Word");

    [Function(nameof(Tell))]
    public static void Tell([OrchestrationTrigger] TaskOrchestrationContext context, string to) =>
        context.SendEvent(to, "Word", $"from {context.InstanceId}");

    /// <summary>Three timers, made in another order than they are due.</summary>
    [Function(nameof(TimersInOrder))]
    public static async Task<int[]> TimersInOrder([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var order = new List<int>();
        await Task.WhenAll(new[] { 3, 1, 2 }.Select(async units =>
        {
            await context.CreateTimer(units * Unit, CancellationToken.None);
            order.Add(units);
        }));
        return [.. order];
    }

    /// <returns>Milliseconds that passed, as the orchestration sees it.</returns>
    [Function(nameof(TimerInThePast))]
    public static async Task<double> TimerInThePast([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var before = context.CurrentUtcDateTime;
        await context.CreateTimer(before.AddDays(-1), CancellationToken.None);
        return (context.CurrentUtcDateTime - before).TotalMilliseconds;
    }

    [Function(nameof(Elapsed))]
    public static async Task<double> Elapsed([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var before = context.CurrentUtcDateTime;
        await context.CreateTimer(Unit, CancellationToken.None);
        return (context.CurrentUtcDateTime - before) / Unit;
    }

    [Function(nameof(CancelledTimer))]
    public static async Task<string> CancelledTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var cancel = new CancellationTokenSource();
        var never = context.CreateTimer(TimeSpan.FromDays(30), cancel.Token);
        var winner = await Task.WhenAny(never, context.CallActivityAsync<string>(nameof(Activities.Echo), ""));
        cancel.Cancel();
        return winner == never ? "timer" : never.IsCanceled ? "activity" : "not cancelled";
    }

    /// <summary>As new after each word; those that came meanwhile are kept.</summary>
    [Function(nameof(WordByWord))]
    public static async Task<string> WordByWord([OrchestrationTrigger] TaskOrchestrationContext context, string soFar)
    {
        if (soFar.Length == 0) await context.WaitForExternalEvent<bool>("Go");
        var heard = soFar + await context.WaitForExternalEvent<string>("Word");
        if (heard.Length < 3) context.ContinueAsNew(heard);
        return heard;
    }

    /// <summary>Once as new without the words that came meanwhile.</summary>
    [Function(nameof(Forgetful))]
    public static async Task<string> Forgetful([OrchestrationTrigger] TaskOrchestrationContext context, bool again)
    {
        if (again) return await context.WaitForExternalEvent<string>("Word");
        await context.WaitForExternalEvent<bool>("Go");
        context.ContinueAsNew(true, preserveUnprocessedEvents: false);
        return "";
    }

    [Function(nameof(CountDown))]
    public static void CountDown([OrchestrationTrigger] TaskOrchestrationContext context, int rounds)
    {
        if (rounds > 0) context.ContinueAsNew(rounds - 1);
    }

    [Function(nameof(Status))]
    public static async Task<string> Status([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new[] { "waiting" });
        var word = await context.WaitForExternalEvent<string>("Word");
        context.SetCustomStatus(null);
        return word;
    }
}
