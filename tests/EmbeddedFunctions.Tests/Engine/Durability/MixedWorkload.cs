using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>
/// Orchestrations that do everything that can go wrong: activities with side effects, timers, events there and back,
/// sub-orchestrations, continue-as-new. Each ends with a text that any lost or doubled step would change.
/// </summary>
/// <param name="effect">The side effect of an activity, with the key that makes several attempts one effect.</param>
sealed class MixedWorkload(Func<string, Task> effect)
{
    public const int Rounds = 3;

    /// <summary>The only right output.</summary>
    public const string Outcome = "0:abc 1:abc 2:abc";

    readonly Dictionary<string, ITaskOrchestrator> orchestrators = [];

    public void Register(DurableTaskRegistry tasks)
    {
        Add<string, string>("Mixed", MixedAsync);
        Add<Errand, string>("Errand", ErrandAsync);
        foreach (var (name, orchestrator) in orchestrators) tasks.AddOrchestrator(name, orchestrator);
        tasks.AddActivityFunc<string, string>("Effect", async (_, key) =>
        {
            await effect(key);
            return key;
        });
    }

    public ITaskOrchestrator Orchestrator(string name) => orchestrators[name];

    /// <summary>All side effects that so many instances have in the end.</summary>
    public static IEnumerable<string> Effects(int instances)
        => from i in Enumerable.Range(0, instances)
           from round in Enumerable.Range(0, Rounds)
           from what in new[] { "first", "a", "b", "c" }
           select $"{Id(i)}-{round}-{what}";

    public static string Id(int i) => $"mixed-{i}";

    /// <summary>Starts the instances that do not exist yet.</summary>
    public static async Task EnsureStartedAsync(DurableTaskClient client, int from, int to, CancellationToken cancellation)
    {
        foreach (var i in Enumerable.Range(from, to - from))
        {
            if (await client.GetInstanceAsync(Id(i), cancellation) is null)
                await client.ScheduleNewOrchestrationInstanceAsync("Mixed", "", new StartOrchestrationOptions(Id(i)), cancellation);
        }
    }

    static async Task<string> MixedAsync(TaskOrchestrationContext context, string soFar)
    {
        var round = soFar.Length == 0 ? 0 : soFar.Split(' ').Length;
        await context.CallActivityAsync("Effect", $"{context.InstanceId}-{round}-first");
        await context.CreateTimer(TimeSpan.FromMilliseconds(30), CancellationToken.None);
        var errands = new[] { "a", "b", "c" }.Select(letter => context.CallSubOrchestratorAsync<string>(
            "Errand", new Errand(context.InstanceId, round, letter), new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{round}-{letter}"))).ToList();
        var heard = new List<string>();
        for (var i = 0; i < 3; i++) heard.Add(await context.WaitForExternalEvent<string>("Report"));
        var answers = await Task.WhenAll(errands);
        if (!answers.SequenceEqual(heard.Order())) throw new InvalidOperationException($"heard {string.Join(',', heard)}");
        await NothingMoreAsync(context);

        var result = $"{soFar} {round}:{string.Concat(answers)}".Trim();
        if (round + 1 < Rounds) context.ContinueAsNew(result);
        return result;
    }

    static async Task<string> ErrandAsync(TaskOrchestrationContext context, Errand errand)
    {
        await context.CreateTimer(TimeSpan.FromMilliseconds(10 * errand.Letter[0] % 50), CancellationToken.None);
        await context.CallActivityAsync("Effect", $"{errand.Parent}-{errand.Round}-{errand.Letter}");
        context.SendEvent(errand.Parent, "Report", errand.Letter);
        return errand.Letter;
    }

    /// <summary>An event delivered twice would come here.</summary>
    static async Task NothingMoreAsync(TaskOrchestrationContext context)
    {
        try
        {
            var extra = await context.WaitForExternalEvent<string>("Report", TimeSpan.FromMilliseconds(20));
            throw new InvalidOperationException($"'{extra}' was reported twice");
        }
        catch (TaskCanceledException)
        {
            // as it should be
        }
    }

    void Add<TInput, TOutput>(string name, Func<TaskOrchestrationContext, TInput, Task<TOutput>> orchestrator)
        => orchestrators[name] = FuncTaskOrchestrator.Create(orchestrator);

    sealed record Errand(string Parent, int Round, string Letter);
}
