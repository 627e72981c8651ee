using System.Diagnostics;
using FunctionsHost;
using Ilnp.Cohort;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Pilot.Progress;
using Ilnp.Local.Pilot.Results;
using Ilnp.Local.Running;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Simulation.Time;

namespace Ilnp.RealEngine;

/// <summary>The cohort's life on one engine, driven by the pilot's crowd.</summary>
/// <param name="engine">Of its orchestrations.</param>
/// <param name="options">The pilot's.</param>
/// <param name="wall">What the real engine takes for the time.</param>
sealed class CohortRun(EngineKind engine, PilotOptions options, WallClock wall)
{
    readonly Dictionary<string, int> calls = [];

    public async Task<Outcome> RunAsync(PilotInput input, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        options.Out.Prepare();
        options.Out.Clear();
        if (engine == EngineKind.AzureStorage) wall.Set(input.Begin);
        await using var clock = new SimulatedClock(input.Begin) { Moving = engine == EngineKind.AzureStorage ? wall.Reach : null };
        using var watch = engine == EngineKind.AzureStorage ? new QueueWatch(clock) : null;
        var secrets = LocalSecrets.FromSeed(options.Seed);
        var app = LocalRun.OwnApp is FunctionsApp.InProcess own ? own with { Configure = builder => builder.UseMiddleware(Count) } : LocalRun.OwnApp;
        await using var running = await LocalApp.StartAsync(new(app, options.Out, options.Port, secrets, engine, clock, IsQuiet: true), ProgressLine.Write, cancellation);
        await PlayAsync(running, clock, input, secrets, cancellation);
        var records = await CohortRecords.LoadAsync(running, input.Settings, cancellation);
        var orchestrations = await OrchestrationCount.TakeAsync(running.Orchestrations, cancellation);
        Console.WriteLine($"{engine}: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s, {watch?.Messages} messages, {watch?.Timers} of them timers");
        return Outcome.Of(records, orchestrations, calls);
    }

    Task Count(FunctionContext context, Func<Task> next)
    {
        lock (calls) calls[context.FunctionDefinition.Name] = calls.GetValueOrDefault(context.FunctionDefinition.Name) + 1;
        return next();
    }

    async Task PlayAsync(LocalApp app, SimulatedClock clock, PilotInput input, LocalSecrets secrets, CancellationToken cancellation)
    {
        var counts = new CrowdCounts();
        using (clock.HoldStill()) await app.Get<CohortStarter>().StartAsync(input.Settings, app.Orchestrations, cancellation);
        await using var town = Town.Open(app, clock, input, secrets, new Draw(options.Seed), options.Out, counts, cancellation);
        await using var progress = ProgressView.Open(app, clock, input, counts);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.Start();
        var living = town.LiveAsync(ended.Token);
        var cohort = app.Orchestrations.WaitForInstanceCompletionAsync(InstanceIds.Cohort(input.Settings.Id), cancellation);
        await await Task.WhenAny(living, cohort);
        await clock.RunUntilIdleAsync(clock.GetUtcNow().AddDays(1), cancellation);
        clock.Pause();
        await ended.CancelAsync();
    }
}
