using Microsoft.DurableTask;
using Microsoft.DurableTask.Abstractions;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Which versions of orchestrations a worker runs, and which version an instance has.</summary>
public sealed class VersionTests
{
    readonly TestHub hub = new();

    static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string>("Versioned", async context => $"{context.Version}/{await context.CallActivityAsync<string>("Version")}")
        .AddOrchestratorFunc<string>("Parent", context => context.CallSubOrchestratorAsync<string>("Versioned"))
        .AddOrchestratorFunc<string, string>("ParentOf", (context, version)
            => context.CallSubOrchestratorAsync<string>("Versioned", new SubOrchestrationOptions { Version = version }))
        .AddActivityFunc("Version", context => context.Version);

    static StartOrchestrationOptions Version(string version) => new() { Version = version };

    [Theory]
    [InlineData(VersionMatchStrategy.None, "0.1", "0.2", null)]
    [InlineData(VersionMatchStrategy.Strict, "0.2", "0.2", null)]
    [InlineData(VersionMatchStrategy.Strict, "0.1", "0.2", "The orchestration version '0.2' does not match the worker version '0.1'.")]
    [InlineData(VersionMatchStrategy.Strict, "0.1", "", "The orchestration version '' does not match the worker version '0.1'.")]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "0.10", "0.9", null)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "0.3", "", null)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "0.1", "0.2", "The orchestration version '0.2' is greater than the worker version '0.1'.")]
    public async Task GivenAWorkersVersion_WhenAnotherIsStarted_ThenItRunsOrFailsAsTheStrategySays(VersionMatchStrategy match, string worker, string version, string? failure)
    {
        await using var host = await hub.StartAsync(Tasks, options => options.Versioning = new() { Version = worker, MatchStrategy = match, FailureStrategy = VersionFailureStrategy.Fail });

        var end = await host.Client.RunAsync("Versioned", null, Version(version));

        Assert.Equal(failure is null ? null : "VersionMismatch", end.FailureDetails?.ErrorType);
        Assert.Equal(failure, end.FailureDetails?.ErrorMessage);
        Assert.Equal(failure is null ? $"{version}/{version}" : null, end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenARejectedVersion_WhenAWorkerThatTakesItStarts_ThenItRunsThere()
    {
        VersioningOptions Worker(string version) => new() { Version = version, MatchStrategy = VersionMatchStrategy.CurrentOrOlder };
        string id;
        await using (var old = await hub.StartAsync(Tasks, options => options.Versioning = Worker("1.0")))
        {
            id = await old.Client.ScheduleNewOrchestrationInstanceAsync("Versioned", Version("2.0"));
            await (await old.Engine.DispatcherAsync(CancellationToken.None)).Work.IdleAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await old.Client.GetInstanceAsync(id))!.RuntimeStatus);
            Assert.Contains(hub.Logs.Lines, line => line.Contains("greater than the worker version '1.0'", StringComparison.Ordinal));
        }

        await using var next = await hub.StartAsync(Tasks, options => options.Versioning = Worker("2.0"));

        Assert.Equal("2.0/2.0", (await next.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(null, "9.9/9.9")]
    [InlineData("0.2", "0.2/0.2")]
    [InlineData("", "/")]
    public async Task GivenADefaultVersion_WhenASubOrchestrationIsCalled_ThenItHasItUnlessItsOwnIsGiven(string? own, string expected)
    {
        await using var host = await hub.StartAsync(Tasks, options => options.Versioning = new() { DefaultVersion = "9.9" });

        var end = own is null
            ? await host.Client.RunAsync("Parent", null, Version("1.0"))
            : await host.Client.RunAsync("ParentOf", own, Version("1.0"));

        Assert.Equal(expected, end.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(null, "0.1/0.1")]
    [InlineData("0.2", "0.2/0.2")]
    [InlineData("", "/")]
    public async Task GivenAClientsDefaultVersion_WhenAnInstanceIsStarted_ThenItHasItUnlessItsOwnIsGiven(string? own, string expected)
    {
        await using var host = await hub.StartAsync(Tasks, services: services => services.AddDurableTaskClient(client => client.UseDefaultVersion("0.1")));

        var end = await host.Client.RunAsync("Versioned", null, own is null ? null : Version(own));

        Assert.Equal(expected, end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAClientsDefaultVersion_WhenASubOrchestrationIsCalled_ThenTheWorkersDefaultCounts()
    {
        await using var host = await hub.StartAsync(Tasks, services: services => services.AddDurableTaskClient(client => client.UseDefaultVersion("0.1")));

        Assert.Equal("/", (await host.Client.RunAsync("Parent")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("2", "two")]
    [InlineData("", "none")]
    [InlineData("3", null)]
    public async Task GivenANameWithAndWithoutVersions_WhenAnActivityIsCalled_ThenOnlyTheVersionAskedForIsRun(string version, string? expected)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Calls", context => context.CallActivityAsync<string>("Tells"))
            .AddActivityFunc<object?, string>("Tells", (_, _) => "none")
            .AddActivityFunc<object?, string>("Tells", "2", (_, _) => Task.FromResult("two")));

        var end = await host.Client.RunAsync("Calls", null, Version(version));

        Assert.Equal(expected, end.ReadOutputAs<string>());
        Assert.Equal(expected is null ? "ActivityTaskNotFound" : null, end.FailureDetails?.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task GivenAnActivitysVersion_WhenItIsCalledWithAnother_ThenThatIsRun()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Calls", async context
                => await context.CallActivityAsync<string>("Tells", new TaskOptions { Version = "1" })
                    + await context.CallActivityAsync<string>("Tells", new TaskOptions(new RetryPolicy(2, TimeSpan.FromHours(1))) { Version = TaskVersion.Unversioned }))
            .AddActivityFunc<object?, string>("Tells", (_, _) => "none")
            .AddActivityFunc<object?, string>("Tells", "1", (_, _) => Task.FromResult("one")));

        Assert.Equal("onenone", (await host.Client.RunAsync("Calls", null, Version("2"))).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "1.0", -1)]
    [InlineData("1.0", " ", 1)]
    [InlineData("1.10", "1.9", 1)]
    [InlineData("1.0", "1.0.0", -1)]
    [InlineData("v2", "V2", 0)]
    [InlineData("v10", "v9", -1)]
    [InlineData("2", "10", 1)]
    public void GivenTwoVersions_WhenCompared_ThenDottedNumbersCountAsNumbersAndTheRestAsText(string one, string other, int expected)
        => Assert.Equal(expected, Math.Sign(TaskOrchestrationVersioningUtils.CompareVersions(one, other)));
}
