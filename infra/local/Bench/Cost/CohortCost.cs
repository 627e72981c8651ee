using Azure.Storage.Blobs;
using FunctionsHost;
using Ilnp.Local.Bench.Soak;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Usage;
using Ilnp.Usage.Cost;
using Simulation.Time;

namespace Ilnp.Local.Bench.Cost;

/// <summary>Plays a cohort on simulated time and counts what it takes.</summary>
/// <param name="people">How many apply; null for all of the sample.</param>
sealed class CohortCost(int? people, int port, Action<string> tell)
{
    const int Seed = 2020;

    /// <summary>Of mails and storage.</summary>
    const int Megabytes = 200;

    public Task<PlayedCohort> MeasureAsync(CancellationToken cancellation) =>
        BenchFolder.WithAsync("cost", Megabytes, folder => MeasureAsync(folder.Prepare(), cancellation));

    async Task<PlayedCohort> MeasureAsync(RunFolder folder, CancellationToken cancellation)
    {
        var input = people is { } few
            ? new SoakPlan(1, few, Seed).Read()[0]
            : PilotInput.Read(
                new(
                    ProjectFolder.Sample("applications-2020-google-forms.csv"),
                    ProjectFolder.Sample("cohort-2020.json"), Seed, folder, Exit: true, port));
        await using var clock = new SimulatedClock(input.Begin);
        var run = new LocalRun(LocalRun.OwnApp, folder, port, LocalSecrets.Kept(folder), EngineKind.Simulation, clock, IsQuiet: true);
        var storage = await LocalStorage.StartAsync(run, tell, cancellation);
        using var counting = new Counting(storage.ConnectionString);
        await using var app = await LocalApp.OverAsync(storage, run, cancellation);
        var mails = 0;
        app.Get<LocalMailbox>().Arrived += _ => Interlocked.Increment(ref mails);
        tell($"a cohort of {input.Rows.Count} applications, on simulated time");
        var behaviour = people is null ? new Behaviour() : SoakPlan.Crowd;
        await using (var town = Town.Open(
            app, clock, input, run.Secrets, behaviour, new Draw(Seed), folder, new CrowdCounts(), cancellation))
            await CohortPlay.PlayAsync(app, clock, input.Settings, town, cancellation);
        var (used, executions, requests) = (app.Get<UsageCount>().Now, counting.Executions, counting.Requests);
        var days = (new ProgrammeCalendar(input.Settings).End - input.Begin.UtcDateTime).TotalDays;
        var work = new CohortWork(
            input.Rows.Count, mails, Math.Round(days), used, await app.Get<BlobServiceClient>().HeldAsync(cancellation));
        return new(DateOnly.FromDateTime(input.Begin.UtcDateTime), work, executions, (long)(requests.Table + requests.Blob));
    }
}

/// <summary>What a cohort did, as the app counts it for its report, and as it looks from outside.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Work">By the app's own count.</param>
/// <param name="HostExecutions">Functions that the host has had run.</param>
/// <param name="WireRequests">Requests that reached the storage account.</param>
sealed record PlayedCohort(DateOnly From, CohortWork Work, long HostExecutions, long WireRequests)
{
    /// <summary>How far the app's count is off, as a share of what was seen from outside.</summary>
    public double Off => Math.Round(
        Math.Max(Share(Work.Used.Executions, HostExecutions), Share((long)Work.Requests.All, WireRequests)), 4);

    static double Share(long own, long seen) => Math.Abs(own - seen) / (double)seen;
}
