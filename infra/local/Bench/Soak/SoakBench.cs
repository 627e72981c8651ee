using System.Diagnostics;
using FunctionsHost;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Pilot.Results;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Storage;
using Simulation.Time;

namespace Ilnp.Local.Bench.Soak;

/// <summary>Plays a plan's cohorts one after the other on one app.</summary>
sealed class SoakBench(SoakPlan plan, int port, Action<string> tell)
{
    /// <summary>Requests may grow by so much from the first year to the last, before it is a problem.</summary>
    const double MostGrowth = 1.1;

    /// <summary>Memory may grow by so much a year.</summary>
    const double MostMegabytes = 3;

    /// <summary>Of mails that nobody deletes.</summary>
    const int Megabytes = 200;

    readonly List<SoakRound> rounds = [];
    readonly List<string> problems = [];

    public async Task<SoakFigures> RunAsync(CancellationToken cancellation)
    {
        var inputs = plan.Read();
        return await BenchFolder.WithAsync("soak", Megabytes, folder => RunAsync(inputs, folder.Prepare(), cancellation));
    }

    async Task<SoakFigures> RunAsync(IReadOnlyList<PilotInput> inputs, RunFolder folder, CancellationToken cancellation)
    {
        await using var clock = new SimulatedClock(inputs[0].Begin);
        var run = new LocalRun(LocalRun.OwnApp, folder, port, LocalSecrets.Kept(folder), EngineKind.Simulation, clock, IsQuiet: true);
        await using var app = await LocalApp.StartAsync(run, tell, cancellation);
        foreach (var input in inputs) await PlayAsync(app, clock, run, input, cancellation);
        await clock.RunUntilIdleAsync(RetentionEnd(inputs[^1].Settings), cancellation);
        await LookForLeftAsync(app, inputs, cancellation);
        return Figures(await StoredRows.CountAsync(app, cancellation));
    }

    async Task PlayAsync(LocalApp app, SimulatedClock clock, LocalRun run, PilotInput input, CancellationToken cancellation)
    {
        await clock.RunUntilIdleAsync(input.Begin, cancellation);
        var (watch, requests, mails) = (Stopwatch.StartNew(), app.Get<TransactionCount>().Sent, 0);
        app.Get<LocalMailbox>().Arrived += Count;
        await using (var town = Town.Open(
            app, clock, input, run.Secrets, SoakPlan.Crowd, new Draw(plan.Seed), run.Folder, new CrowdCounts(), cancellation))
            await CohortPlay.PlayAsync(app, clock, input.Settings, town, cancellation);
        app.Get<LocalMailbox>().Arrived -= Count;
        var seconds = watch.Elapsed.TotalSeconds;
        var instances = await OrchestrationCount.TakeAsync(app.Orchestrations, cancellation);
        if (instances.Failed > 0) problems.Add($"{input.Settings.Id}: {instances.Failed} orchestrations failed.");
        var groups = await app.Get<GroupStore>().ListAsync(input.Settings.Id, cancellation);
        rounds.Add(new(
            input.Settings.Id, groups.Count, mails, app.Get<TransactionCount>().Sent - requests,
            Math.Round(seconds, 1), Math.Round(InUse(), 1), instances.Completed + instances.Failed + instances.Unfinished));
        tell($"{rounds[^1]}");

        void Count(MailboxEntry mail) => Interlocked.Increment(ref mails);
    }

    /// <summary>Two nights after the day on which the last cohort's people are to be forgotten.</summary>
    static DateTimeOffset RetentionEnd(CohortSettings last) =>
        new DateTimeOffset(new ProgrammeCalendar(last).End, TimeSpan.Zero)
            .AddDays(last.Of<Operations.Retention.PrivacySettings>().KeepDays + 2);

    /// <summary>Each room is asked to forget once more: what it finds has stayed past its day.</summary>
    async Task LookForLeftAsync(LocalApp app, IReadOnlyList<PilotInput> inputs, CancellationToken cancellation)
    {
        foreach (var kind in app.Get<IEnumerable<IPersonalData>>())
            foreach (var input in inputs)
                if (await kind.ForgetAsync(input.Settings.Id, int.MaxValue, cancellation) is > 0 and var left)
                    problems.Add($"{input.Settings.Id}: {left} records of {kind.GetType().Name} have stayed past their day.");
    }

    SoakFigures Figures(IReadOnlyDictionary<string, int> rows)
    {
        var requests = Growth(round => round.StorageRequests);
        var memory = (rounds[^1].Megabytes - rounds[Math.Min(1, rounds.Count - 1)].Megabytes) / Math.Max(1, plan.Years - 1);
        if (requests > MostGrowth) problems.Add($"A mail takes {requests:0.00} times the storage requests that it took in the first year.");
        if (memory > MostMegabytes) problems.Add($"Memory grows by {memory:0.0} MB a year.");
        return new(rounds, requests, Growth(round => round.Seconds), Math.Round(memory, 2), rows, problems);
    }

    /// <summary>Of something a mail, from the first year to the last.</summary>
    double Growth(Func<SoakRound, double> figure) => Math.Round(AMail(rounds.TakeLast(2), figure) / AMail(rounds.Take(2), figure), 3);

    static double AMail(IEnumerable<SoakRound> some, Func<SoakRound, double> figure) => some.Sum(figure) / some.Sum(round => round.Mails);

    static double InUse() => GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
}
