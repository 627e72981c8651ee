using System.Diagnostics;
using FunctionsHost;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Pilot.Progress;
using Ilnp.Local.Pilot.Results;
using Ilnp.Local.Pilot.Sights;
using Ilnp.Local.Running;
using Simulation.Time;

namespace Ilnp.Local.Pilot;

/// <summary>
/// A cohort from its applications to its report, on simulated time. Nothing of a run that was stopped is used by the next.
/// </summary>
sealed class PilotRun(PilotOptions options)
{
    /// <summary>Bytes that mails and results take for each applicant.</summary>
    const long ForAPerson = 80 << 10;

    readonly Stopwatch wall = Stopwatch.StartNew();

    /// <exception cref="LocalProblem">Something that the person at the keyboard can mend.</exception>
    /// <returns>Whether every orchestration completed.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var input = PilotInput.Read(options);
        var room = new Room(options.Out, input.Rows.Count * ForAPerson * (options.Keep ? 2 : 1));
        return await room.WhileThereIsAsync(() => RunAsync(input, room, cancellation));
    }

    async Task<bool> RunAsync(PilotInput input, Room room, CancellationToken cancellation)
    {
        options.Out.Prepare();
        using var only = await RunLock.TakeAsync(options.Out, cancellation);
        if (options.Out.Clear()) ProgressLine.Write($"{options.Out.Root} held a run before: this one starts anew.");
        room.Require();
        await using var clock = new SimulatedClock(input.Begin);
        var secrets = LocalSecrets.Kept(options.Out);
        var run = new LocalRun(LocalRun.OwnApp, options.Out, options.Port, secrets, EngineKind.Simulation, clock, IsQuiet: true)
        {
            IsKept = options.Keep,
        };
        await using var app = await LocalApp.StartAsync(run, ProgressLine.Write, cancellation);
        var whole = WholeAsync(app, clock, run, input, cancellation);
        using var over = new CancellationTokenSource();
        var ended = EndOfTheRun.Async(app, room, "Start the pilot again: it begins anew.", over.Token);
        var first = await Task.WhenAny(whole, ended);
        await over.CancelAsync();
        return first == whole ? await whole : throw await ended;
    }

    async Task<bool> WholeAsync(LocalApp app, SimulatedClock clock, LocalRun run, PilotInput input, CancellationToken cancellation)
    {
        var counts = new CrowdCounts();
        var begun = wall.Elapsed;
        await PlayAsync(app, clock, input, run.Secrets, counts, cancellation);
        var played = wall.Elapsed - begun;
        var records = await CohortRecords.LoadAsync(app, input.Settings, cancellation);
        var figures = await RunFigures.TakeAsync(app, wall.Elapsed, played, cancellation);
        var summary = await new ResultFiles(app, options.Out).WriteAsync(records, figures, cancellation);
        ClosingWords.Write(summary, run, app.Address, input.Settings, stays: !options.Exit);
        if (!options.Exit) await UntilCancelled.Async(cancellation);
        return figures.Orchestrations.Failed == 0;
    }

    async Task PlayAsync(
        LocalApp app, SimulatedClock clock, PilotInput input, LocalSecrets secrets, CrowdCounts counts, CancellationToken cancellation)
    {
        var draw = new Draw(options.Seed);
        await using var town = Town.Open(
            app, clock, input, secrets, new Behaviour(), draw, options.Out, counts, cancellation, new PageShelf(options.Out));
        await using var progress = ProgressView.Open(app, clock, input, counts);
        await CohortPlay.PlayAsync(app, clock, input.Settings, town, cancellation);
    }
}
