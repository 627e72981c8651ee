using System.Reflection;
using FunctionsHost;
using Ilnp.Orchestration;
using Ilnp.Orchestration.Retries;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Simulation.Time;

namespace Ilnp.Tests.Orchestration.Retries;

/// <summary><see cref="Asking"/> on the real worker, with the app's middleware, in simulated time.</summary>
sealed class AskingHost(SimulatedClock clock, LocalHost host) : IAsyncDisposable
{
    static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public Troubles Troubles => host.Services.GetRequiredService<Troubles>();

    public DurableTaskClient Client => host.Orchestrations;

    public static async Task<AskingHost> StartAsync(string storage)
    {
        var clock = new SimulatedClock(Start);
        var app = new FunctionsApp.InProcess(Assembly.GetExecutingAssembly(), CreateBuilder) { Types = [typeof(Asking), typeof(GivingUp)] };
        return new(clock, await LocalHost.StartAsync(app, new LocalHostOptions
        {
            Engine = EngineKind.Simulation,
            Clock = clock,
            Logging = logging => logging.SetMinimumLevel(LogLevel.None),
            Settings = new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage"] = storage,
                ["FunctionsHost:Urls"] = "http://127.0.0.1:0",
            },
        }));
    }

    /// <summary>Starts an orchestration named like its instance and lets all the time pass that it takes.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, object input)
    {
        using (clock.HoldStill())
            await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(orchestrator));
        return await EndAsync(orchestrator);
    }

    /// <summary>Somebody lets it go on, hours after it failed.</summary>
    public async Task<OrchestrationMetadata> LetGoOnAsync(string instanceId)
    {
        await clock.RunUntilIdleAsync(clock.GetUtcNow().AddHours(3));
        using (clock.HoldStill()) Assert.True(await Client.TryRewindAsync(instanceId, "mended"));
        return await EndAsync(instanceId);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await clock.DisposeAsync();
    }

    async Task<OrchestrationMetadata> EndAsync(string instanceId)
    {
        await clock.RunUntilIdleAsync(clock.GetUtcNow().AddHours(12));
        return (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true))!;
    }

    static FunctionsApplicationBuilder CreateBuilder(string[] arguments)
    {
        var builder = FunctionsApplication.CreateBuilder(arguments);
        builder.UseMiddleware<LaterAnswer>();
        builder.Services.AddSingleton<Troubles>();
        new DurableTaskExtensionStartup().Configure(builder);
        return builder;
    }
}
