namespace FunctionsHost.Tests.Durability;

/// <summary>
/// Orchestrations that do everything that can go wrong: activities with side effects, timers, events there and back,
/// sub-orchestrations, continue-as-new. Each ends with a text that any lost or doubled step would change.
/// </summary>
/// <remarks>The engine may deliver an event twice when it is killed in the middle, so each says what it reports.</remarks>
public static class MixedWorkload
{
    const int Rounds = 2;

    /// <summary>The only right output.</summary>
    public const string Outcome = "0:abc 1:abc";

    /// <summary>The side effect of an activity, with the key that makes several attempts one effect.</summary>
    public static Func<string, Task> Effect { get; set; } = _ => throw new InvalidOperationException("Nobody takes side effects.");

    [Function(nameof(TakeEffect))]
    public static async Task<string> TakeEffect([ActivityTrigger] string key)
    {
        await Effect(key);
        return key;
    }

    [Function(nameof(Mixed))]
    public static async Task<string> Mixed([OrchestrationTrigger] TaskOrchestrationContext context, string soFar)
    {
        var round = soFar.Length == 0 ? 0 : soFar.Split(' ').Length;
        await context.CallActivityAsync<string>(nameof(TakeEffect), $"{context.InstanceId}-{round}-first");
        await context.CreateTimer(TimeSpan.FromMilliseconds(30), CancellationToken.None);
        var errands = new[] { "a", "b", "c" }.Select(letter => context.CallSubOrchestratorAsync<string>(
            nameof(RunErrand), new Errand(context.InstanceId, round, letter),
            new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{round}-{letter}"))).ToList();
        var heard = new SortedSet<string>(StringComparer.Ordinal);
        while (heard.Count < errands.Count)
        {
            var report = await context.WaitForExternalEvent<Errand>("Report");
            if (report.Round == round) heard.Add(report.Letter);
        }

        var answers = await Task.WhenAll(errands);
        if (!answers.SequenceEqual(heard)) throw new InvalidOperationException($"heard {string.Join(',', heard)}");
        var result = $"{soFar} {round}:{string.Concat(answers)}".Trim();
        if (round + 1 < Rounds) context.ContinueAsNew(result);
        return result;
    }

    [Function(nameof(RunErrand))]
    public static async Task<string> RunErrand([OrchestrationTrigger] TaskOrchestrationContext context, Errand errand)
    {
        await context.CreateTimer(TimeSpan.FromMilliseconds(10 * errand.Letter[0] % 50), CancellationToken.None);
        await context.CallActivityAsync<string>(nameof(TakeEffect), $"{errand.Parent}-{errand.Round}-{errand.Letter}");
        context.SendEvent(errand.Parent, "Report", errand);
        return errand.Letter;
    }

    /// <summary>All side effects that so many instances have in the end.</summary>
    public static IEnumerable<string> Effects(int instances) =>
        from i in Enumerable.Range(0, instances)
        from round in Enumerable.Range(0, Rounds)
        from what in new[] { "first", "a", "b", "c" }
        select $"{Id(i)}-{round}-{what}";

    public static string Id(int i) => $"mixed-{i}";

    /// <summary>Starts the instances that do not exist yet.</summary>
    public static async Task EnsureStartedAsync(DurableTaskClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (await client.GetInstanceAsync(Id(i)) is null)
                await client.ScheduleNewOrchestrationInstanceAsync(nameof(Mixed), "", new StartOrchestrationOptions(Id(i)));
        }
    }
}

/// <param name="Letter">Its own among the errands of a round.</param>
public sealed record Errand(string Parent, int Round, string Letter);
