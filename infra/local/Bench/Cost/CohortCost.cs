using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsHost;
using Ilnp.Local.Bench.Soak;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Programme;
using Simulation.Time;

namespace Ilnp.Local.Bench.Cost;

/// <summary>Plays a cohort on simulated time and counts what it takes.</summary>
/// <param name="people">How many apply; null for all of the sample.</param>
sealed class CohortCost(int? people, int port, Action<string> tell)
{
    const int Seed = 2020;

    /// <summary>Of mails and storage.</summary>
    const int Megabytes = 200;

    public Task<CohortWork> MeasureAsync(CancellationToken cancellation) =>
        BenchFolder.WithAsync("cost", Megabytes, folder => MeasureAsync(folder.Prepare(), cancellation));

    async Task<CohortWork> MeasureAsync(RunFolder folder, CancellationToken cancellation)
    {
        var input = people is { } few
            ? new SoakPlan(1, few, Seed).Read()[0]
            : PilotInput.Read(new(ProjectFolder.Sample("applications-2020-google-forms.csv"), ProjectFolder.Sample("cohort-2020.json"), Seed, folder, Exit: true, port));
        await using var clock = new SimulatedClock(input.Begin);
        var run = new LocalRun(LocalRun.OwnApp, folder, port, LocalSecrets.Kept(folder), EngineKind.Simulation, clock, IsQuiet: true);
        var storage = await LocalStorage.StartAsync(run, tell, cancellation);
        await using var app = await LocalApp.OverAsync(storage, run, cancellation);
        var mails = 0;
        app.Get<LocalMailbox>().Arrived += _ => Interlocked.Increment(ref mails);
        using var counting = new Counting(storage.ConnectionString);
        tell($"a cohort of {input.Rows.Count} applications, on simulated time");
        var behaviour = people is null ? new Behaviour() : SoakPlan.Crowd;
        await using (var town = Town.Open(app, clock, input, run.Secrets, behaviour, new Draw(Seed), folder, new CrowdCounts(), cancellation))
            await CohortPlay.PlayAsync(app, clock, input.Settings, town, cancellation);
        var (executions, requests) = (counting.Executions, counting.Requests);
        var days = (new ProgrammeCalendar(input.Settings).End - input.Begin.UtcDateTime).TotalDays;
        return new(input.Rows.Count, mails, Math.Round(days), executions, requests, await TableBytesAsync(app, cancellation), await BlobBytesAsync(app, cancellation));
    }

    /// <summary>As Azure reckons an entity: its keys and names in two bytes a letter, its values, and some bytes for each.</summary>
    static async Task<long> TableBytesAsync(LocalApp app, CancellationToken cancellation)
    {
        var (tables, bytes) = (app.Get<TableServiceClient>(), 0L);
        await foreach (var table in tables.QueryAsync(cancellationToken: cancellation))
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: cancellation))
                bytes += 4 + row.Sum(property => 8 + 2 * property.Key.Length + Size(property.Value));
        return bytes;
    }

    static long Size(object? value) => value switch
    {
        string text => 4 + 2 * text.Length,
        byte[] binary => 4 + binary.Length,
        _ => 8,
    };

    static async Task<long> BlobBytesAsync(LocalApp app, CancellationToken cancellation)
    {
        var (blobs, bytes) = (app.Get<BlobServiceClient>(), 0L);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: cancellation))
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: cancellation))
                bytes += blob.Properties.ContentLength ?? 0;
        return bytes;
    }
}
