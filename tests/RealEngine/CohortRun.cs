using System.Diagnostics;
using System.Security.Cryptography;
using FunctionsHost;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Pilot.Progress;
using Ilnp.Local.Pilot.Results;
using Ilnp.Local.Running;
using Ilnp.Mail.Senders;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Simulation.Time;

namespace Ilnp.RealEngine;

/// <summary>The cohort's life on one engine, driven by the pilot's crowd.</summary>
/// <param name="engine">Of its orchestrations.</param>
/// <param name="options">The pilot's.</param>
/// <param name="wall">What the real engine takes for the time.</param>
/// <param name="events">Of the mail provider.</param>
sealed class CohortRun(EngineKind engine, PilotOptions options, WallClock wall, SignedEvents events)
{
    /// <summary>In ten pairs not more than one each of all kinds of people that care knows.</summary>
    static readonly Behaviour Behaviour = new() { SilentPartners = 3, Leavers = 2 };

    readonly Dictionary<string, int> calls = [];

    public async Task<Outcome> RunAsync(PilotInput input, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        options.Out.Prepare();
        options.Out.Clear();
        if (engine == EngineKind.AzureStorage) wall.Set(input.Begin);
        await using var clock = new SimulatedClock(input.Begin) { Moving = engine == EngineKind.AzureStorage ? wall.Reach : null };
        using var watch = engine == EngineKind.AzureStorage ? new QueueWatch(clock) : null;
        var secrets = new LocalSecrets(SHA256.HashData("ilnp pilot 2020"u8)); // the same on both engines
        var app = LocalRun.OwnApp is FunctionsApp.InProcess own ? own with { Configure = Prepare } : LocalRun.OwnApp;
        var run = new LocalRun(app, options.Out, options.Port, secrets, engine, clock, IsQuiet: true);
        await using var running = await LocalApp.StartAsync(run, ProgressLine.Write, cancellation);
        await PlayAsync(running, clock, input, secrets, cancellation);
        var records = await CohortRecords.LoadAsync(running, input.Settings, cancellation);
        var orchestrations = await OrchestrationCount.TakeAsync(running.Orchestrations, cancellation);
        var queues = watch is null ? "" : $", {watch.Messages} messages in queues, {watch.Waits} waits for one";
        Console.WriteLine($"{engine}: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} seconds{queues}");
        var functions = await running.Get<IFunctionMetadataProvider>().GetFunctionMetadataAsync(AppContext.BaseDirectory);
        return Outcome.Of(records, orchestrations, functions.Select(function => function.Name!), calls);
    }

    void Prepare(FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware(Count);
        builder.Services.AddSingleton<IMailSender>(services => new BrokenMail(
            ActivatorUtilities.CreateInstance<MailboxSender>(services), services.GetRequiredService<TimeProvider>()));
    }

    Task Count(FunctionContext context, Func<Task> next)
    {
        lock (calls) calls[context.FunctionDefinition.Name] = calls.GetValueOrDefault(context.FunctionDefinition.Name) + 1;
        return next();
    }

    async Task PlayAsync(LocalApp app, SimulatedClock clock, PilotInput input, LocalSecrets secrets, CancellationToken cancellation)
    {
        var counts = new CrowdCounts();
        await using var town = Town.Open(app, clock, input, secrets, Behaviour, new Draw(options.Seed), options.Out, counts, cancellation);
        await using var progress = ProgressView.Open(app, clock, input, counts);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var rare = new RareActs(app, clock, input, secrets, events, ended.Token);
        await EarlierCohort.KeepAsync(app, input.Settings);
        using (clock.HoldStill()) await rare.StartCohortAsync(await File.ReadAllTextAsync(options.SettingsFile, cancellation));
        clock.Start();
        var living = town.LiveAsync(ended.Token);
        var cohort = app.Orchestrations.WaitForInstanceCompletionAsync(InstanceIds.Cohort(input.Settings.Id), cancellation);
        await await Task.WhenAny(living, rare.LiveAsync(), cohort);
        await clock.RunUntilIdleAsync(clock.GetUtcNow().AddDays(1), cancellation);
        clock.Pause();
        await ended.CancelAsync();
    }
}
