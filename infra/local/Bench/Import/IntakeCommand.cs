using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using FunctionsHost;
using FunctionsHost.Azurite;
using FunctionsHost.Settings;
using Ilnp.Intake;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Import;
using Ilnp.Intake.Rounds;
using Ilnp.Local.Running;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ilnp.Local.Bench.Import;

/// <summary>
/// <c>bench intake</c>: an upload of many rows over HTTP, on the engine that Azure runs over Azurite on disk, until every row is
/// registered; and the search for duplicates among them. Prints JSON.
/// </summary>
static class IntakeCommand
{
    /// <summary>That twenty thousand applications take, each database written anew beside the old one, and room for more.</summary>
    public const int Megabytes = 400;

    static readonly Option<int> Rows = new("--rows") { Description = "Applications in the file.", DefaultValueFactory = _ => 20_000 };
    static readonly Option<int> Seed = new("--seed") { Description = "Of the invented people.", DefaultValueFactory = _ => 1 };
    static readonly Option<bool> Letters = new("--letters") { Description = "Waits until everybody was written to as well." };
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var command = new Command("intake", "Measures an import: rows, seconds, memory, and the search for duplicates.")
        {
            Rows, Seed, Letters,
        };
        command.Subcommands.Add(Webhooks.WebhookBench.Create());
        command.SetAction((parsed, cancellation) => PlainWords.RunAsync(
            () => BenchFolder.WithAsync("bench-intake", Megabytes, folder => MeasureAsync(folder, parsed, cancellation)), cancellation));
        return command;
    }

    static async Task<int> MeasureAsync(RunFolder folder, ParseResult parsed, CancellationToken cancellation)
    {
        await using var azurite = await AzuriteProcess.StartAsync(
            new(folder.Azurite, ProjectFolder.Azurite), Console.Error.WriteLine, cancellation);
        await using var host = await StartAsync(azurite.ConnectionString, folder.Root, cancellation);
        var file = InventedExport.Of(parsed.GetValue(Rows), parsed.GetValue(Seed), TimeProvider.System.GetUtcNow());
        var figures = await MeasureAsync(host, file, parsed.GetValue(Rows), parsed.GetValue(Letters), cancellation);
        Console.WriteLine(JsonSerializer.Serialize(figures, Pretty));
        return 0;
    }

    static readonly Type[] Functions =
    [
        typeof(ImportEndpoint), typeof(ImportOrchestrator), typeof(ImportActivities),
        typeof(IntakeWebhook), typeof(IntakeOrchestrator), typeof(IntakeActivities),
        typeof(IntakeRoundOrchestrator), typeof(IntakeRoundActivities),
        typeof(QuestionOrchestrator), typeof(QuestionActivities),
    ];

    static async Task<IntakeFigures> MeasureAsync(LocalHost host, byte[] file, int rows, bool letters, CancellationToken cancellation)
    {
        var cohort = InventedExport.Cohort(TimeProvider.System.GetUtcNow());
        await host.Services.GetRequiredService<CohortStore>().TryAddAsync(cohort, cancellation);
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("x-functions-key", "default-key");
        var watch = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        using var answer = await client.PostAsync(
            new Uri($"cohorts/{cohort.Id}/applications", UriKind.Relative), new ByteArrayContent(file), cancellation);
        var body = await answer.Content.ReadAsStringAsync(cancellation);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"The file was refused: {body}");
        var accepted = watch.Elapsed;
        var instance = JsonDocument.Parse(body).RootElement.GetProperty("instanceId").GetString()!;
        var receipt = await RegisteredAsync(host.Orchestrations, instance, rows, cancellation);
        var registered = watch.Elapsed;
        var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
        if (letters) await host.Orchestrations.WaitForInstanceCompletionAsync(instance, cancellation);
        var peak = PeakMegabytes();
        var written = letters ? watch.Elapsed - registered : (TimeSpan?)null;
        var people = await host.Services.GetRequiredService<PeopleStore>().ListAsync(cohort.Id, cancellation);
        watch.Restart();
        var proposals = DuplicateFinder.Find(people).Count;
        return new(
            Environment.ProcessorCount, receipt, Seconds(accepted), Seconds(registered), Math.Round(used.TotalMilliseconds / rows, 2),
            peak, people.Count, Seconds(watch.Elapsed), proposals, PeakMegabytes(), written is { } time ? Seconds(time) : null);
    }

    /// <summary>The instance tells after each step how many rows it has.</summary>
    static async Task<ImportReceipt> RegisteredAsync(DurableTaskClient client, string instance, int rows, CancellationToken cancellation)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await look.WaitForNextTickAsync(cancellation))
        {
            var now = await client.GetInstanceAsync(instance, getInputsAndOutputs: true, cancellation);
            if (now?.RuntimeStatus is OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated)
                throw new InvalidOperationException($"The import ended {now.RuntimeStatus}: {now.FailureDetails}");
            if (now?.SerializedCustomStatus is { } status && status != "null"
                && now.ReadCustomStatusAs<ImportReceipt>() is { } receipt && receipt.Rows >= rows)
                return receipt;
            if (now is { RuntimeStatus: OrchestrationRuntimeStatus.Completed }) return now.ReadOutputAs<ImportReceipt>()!;
        }

        throw new OperationCanceledException(cancellation);
    }

    static long PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024;

    static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 1);

    /// <summary>Intake's functions in the host, over that storage.</summary>
    internal static Task<LocalHost> StartAsync(string storage, string folder, CancellationToken cancellation) => LocalHost.StartAsync(
        new FunctionsApp.InProcess(typeof(Program).Assembly, Program.CreateBuilder) { Types = Functions },
        new()
        {
            Engine = EngineKind.AzureStorage,
            Settings = new Dictionary<string, string?>(BenchSettings.Over(storage))
            {
                [HostSettings.Urls] = "http://127.0.0.1:0",
                ["FunctionsHost:Keys:Default"] = "default-key",
                ["Mail:MailboxFolder"] = Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName,
                ["Intake:Secrets:google-forms"] = Webhooks.WebhookMessages.Agreed,
            },
            Logging = logging => logging.ClearProviders(),
        },
        cancellation);
}

/// <summary>What was measured.</summary>
/// <param name="AcceptedSeconds">Until the upload was answered.</param>
/// <param name="RegisteredSeconds">From the upload until every row is an application and everybody a person.</param>
/// <param name="ProcessorMsPerRow">Of host and app together, without the storage.</param>
/// <param name="PeakMegabytes">The process's largest working set until then, host and app together.</param>
/// <param name="DuplicatePeakMegabytes">The same until everybody was read and compared, letters
/// included where they were waited for.</param>
/// <param name="LetterSeconds">After that, until everybody was written to; null when that was not waited for.</param>
sealed record IntakeFigures(
    int Processors, ImportReceipt Receipt, double AcceptedSeconds, double RegisteredSeconds, double ProcessorMsPerRow, long PeakMegabytes,
    int People, double DuplicateSeconds, int DuplicateProposals, long DuplicatePeakMegabytes,
    double? LetterSeconds);
