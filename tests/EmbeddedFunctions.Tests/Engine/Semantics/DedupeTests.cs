using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Starts under an id that is taken.</summary>
public sealed class DedupeTests
{
    static readonly OrchestrationRuntimeStatus[] All = [Pending, Running, Suspended, Completed, Failed, Terminated];

    readonly TestHub hub = new();

    static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input)
        .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("Go"))
        .AddOrchestratorFunc("Fails", _ => throw new InvalidOperationException("at once"));

    public static TheoryData<OrchestrationRuntimeStatus> Statuses() => [.. All];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task GivenAnInstance_WhenItsIdIsStartedAgain_ThenOnlyAFinishedOneIsReplaced(OrchestrationRuntimeStatus status)
    {
        await using var host = await hub.StartAsync(Tasks);
        await TakeAsync(host.Client, status);

        if (status is Completed or Failed or Terminated) Assert.Equal("new", await RunAsync(host.Client, new("id")));
        else await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => RunAsync(host.Client, new("id")));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task GivenAnInstance_WhenItsStatusIsAmongThoseToDedupe_ThenItStandsInTheWay(OrchestrationRuntimeStatus status)
    {
        await using var host = await hub.StartAsync(Tasks);
        await TakeAsync(host.Client, status);

        var conflict = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => RunAsync(host.Client, new StartOrchestrationOptions("id").WithDedupeStatuses(All)));

        Assert.Contains("An Orchestration instance with the ID id already exists", conflict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task GivenAnInstance_WhenItsStatusIsNotAmongThoseToDedupe_ThenItIsReplaced(OrchestrationRuntimeStatus status)
    {
        await using var host = await hub.StartAsync(Tasks);
        await TakeAsync(host.Client, status);
        var others = All.Where(other => other != status && other != Terminated).ToArray();

        Assert.Equal("new", await RunAsync(host.Client, new StartOrchestrationOptions("id").WithDedupeStatuses(others)));
    }

    [Theory]
    [InlineData("Pending", "Failed", "Terminated")]
    [InlineData("Running", "Pending", "Terminated")]
    [InlineData("Asleep")]
    public async Task GivenStatusesThatMakeNoSense_WhenStarted_ThenThatIsAnArgumentError(params string[] statuses)
    {
        await using var host = await hub.StartAsync(Tasks);

        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(host.Client, new("id") { DedupeStatuses = statuses }));
    }

    static async Task<string?> RunAsync(DurableTaskClient client, StartOrchestrationOptions options) => (await client.RunAsync("Echo", "new", options)).ReadOutputAs<string>();

    /// <summary>Leaves an instance of that status under the id.</summary>
    async Task TakeAsync(DurableTaskClient client, OrchestrationRuntimeStatus status)
    {
        var options = new StartOrchestrationOptions("id", status == Pending ? hub.Clock.GetUtcNow().AddDays(1) : null);
        await client.ScheduleNewOrchestrationInstanceAsync(status switch { Completed => "Echo", Failed => "Fails", _ => "Waits" }, "old", options);
        if (status is Suspended or Terminated) await client.UntilAsync("id", Running);
        if (status == Suspended) await client.SuspendInstanceAsync("id");
        if (status == Terminated) await client.TerminateInstanceAsync("id");
        await client.UntilAsync("id", status);
    }
}
