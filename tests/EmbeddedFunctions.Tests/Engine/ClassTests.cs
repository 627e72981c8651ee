using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Tests.Engine;

/// <summary>Orchestrators and activities as classes, with names, versions and services.</summary>
public sealed class ClassTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenClasses_WhenRegistered_ThenTheyRunWithTheirServices()
    {
        await using var host = await hub.StartAsync(
            tasks => tasks.AddOrchestrator<Greeting>().AddActivity<Greeter>(),
            services: services => services.AddScoped<Words>());

        Assert.Equal("Bonjour Ana", (await host.Client.RunAsync(nameof(Greeting), "Ana")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenTwoVersions_WhenStartedWithEach_ThenEachRunsItsOwn()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestrator<First>()
            .AddOrchestrator<Second>()
            .AddOrchestratorFunc<string>("Unversioned", context => $"any {context.Version}"));

        Assert.Equal("first", await RunAsync("Cohort", "1"));
        Assert.Equal("second", await RunAsync("cohort", "2"));
        Assert.Equal("any 3", await RunAsync("Unversioned", "3"));
        Assert.Null(await RunAsync("Cohort", "3")); // nobody has it

        async Task<string?> RunAsync(string name, string version)
            => (await host.Client.RunAsync(name, null, new StartOrchestrationOptions { Version = version })).ReadOutputAs<string>();
    }

    [Fact]
    public void GivenANameThatIsTaken_WhenRegisteredAgain_ThenThatIsAnArgumentError()
    {
        var tasks = new DurableTaskRegistry().AddActivityFunc("Send", _ => { }).AddOrchestrator<First>();

        Assert.Throws<ArgumentException>(() => tasks.AddActivityFunc("SEND", _ => { }));
        Assert.Throws<ArgumentException>(() => tasks.AddOrchestrator<First>());
        tasks.AddOrchestrator<Second>(); // the same name in another version
    }

    [Fact]
    public async Task GivenManyOrchestratorsThatBlock_WhenOthersRun_ThenTheyAreNotHeldUp()
    {
        using var gate = new ManualResetEventSlim();
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool>("Blocks", _ => gate.Wait(TimeSpan.FromSeconds(20)))
            .AddOrchestratorFunc<int>("Quick", _ => 1));
        var blocked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Client.ScheduleNewOrchestrationInstanceAsync("Blocks")));

        Assert.Equal(1, (await host.Client.RunAsync("Quick")).ReadOutputAs<int>());

        gate.Set();
        foreach (var id in blocked) Assert.True((await host.Client.EndAsync(id)).ReadOutputAs<bool>());
    }

    sealed class Words
    {
        public string Hello { get; } = "Bonjour";
    }

    sealed class Greeting : TaskOrchestrator<string, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, string input) => context.CallActivityAsync<string>(nameof(Greeter), input);
    }

    sealed class Greeter(Words words) : TaskActivity<string, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, string input) => Task.FromResult($"{words.Hello} {input}");
    }

    [DurableTask("Cohort", Version = "1")]
    sealed class First : TaskOrchestrator<object?, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, object? input) => Task.FromResult("first");
    }

    [DurableTask("Cohort", Version = "2")]
    sealed class Second : TaskOrchestrator<object?, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, object? input) => Task.FromResult("second");
    }
}
