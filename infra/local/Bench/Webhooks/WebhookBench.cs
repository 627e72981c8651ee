using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using FunctionsHost;
using FunctionsHost.Azurite;
using Ilnp.Intake;
using Ilnp.Local.Bench.Import;
using Ilnp.Local.Running;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Local.Bench.Webhooks;

/// <summary>
/// <c>bench intake webhooks</c>: form services that send at a rate, on the engine that Azure runs over Azurite on disk, until every
/// message is an application and its sender has a mail. Prints JSON.
/// </summary>
static class WebhookBench
{
    static readonly Option<int> Rate = new("--rate") { Description = "Messages a second.", DefaultValueFactory = _ => 100 };
    static readonly Option<int> Length = new("--seconds") { Description = "For so long.", DefaultValueFactory = _ => 60 };
    static readonly Option<int> Seed = new("--seed") { Description = "Of the messages.", DefaultValueFactory = _ => 1 };
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var command = new Command(
            "webhooks", "Measures webhooks: answers, what is lost or doubled, seconds and processor time until all is processed.")
        {
            Rate, Length, Seed,
        };
        command.SetAction((parsed, cancellation) => PlainWords.RunAsync(
            () => BenchFolder.WithAsync("bench-webhooks", IntakeCommand.Megabytes, folder => MeasureAsync(folder, parsed, cancellation)),
            cancellation));
        return command;
    }

    static async Task<int> MeasureAsync(RunFolder folder, ParseResult parsed, CancellationToken cancellation)
    {
        await using var azurite = await AzuriteProcess.StartAsync(
            new(folder.Azurite, ProjectFolder.Azurite), Console.Error.WriteLine, cancellation);
        await using var host = await IntakeCommand.StartAsync(azurite.ConnectionString, folder.Root, cancellation);
        Console.WriteLine(
            JsonSerializer.Serialize(
                await MeasureAsync(host, parsed.GetValue(Rate), parsed.GetValue(Length), parsed.GetValue(Seed), cancellation), Pretty));
        return 0;
    }

    static async Task<WebhookFigures> MeasureAsync(LocalHost host, int rate, int seconds, int seed, CancellationToken cancellation)
    {
        var cohort = InventedExport.Cohort(TimeProvider.System.GetUtcNow());
        await host.Services.GetRequiredService<CohortStore>().TryAddAsync(cohort, cancellation);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 512 })
        {
            BaseAddress = host.Address,
            Timeout = TimeSpan.FromSeconds(30),
        };
        await WarmAsync(host, client, cancellation);
        var (watch, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var answers = await WebhookLoad.SendAsync(client, cohort.Id, rate, seconds, seed, cancellation);
        var accepted = Accepted(answers);
        var processed = await ProcessedAsync(host, cohort.Id, accepted.Count, watch, cancellation);
        var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
        var (lost, doubled) = await LostAsync(host, cohort.Id, accepted, cancellation);
        var times = answers.Where(answer => answer.Status != 429).Select(answer => answer.Milliseconds).ToList();
        return new(
            Environment.ProcessorCount, rate, seconds, answers.Count,
            answers.CountBy(answer => answer.Status).OrderBy(status => status.Key).ToDictionary(),
            WebhookFigures.Percentile(times, 0.5), WebhookFigures.Percentile(times, 0.99),
            WebhookFigures.Percentile(times, 1), accepted.Count, lost, doubled,
            answers.Count(answer => answer is { Status: 429, HasRetryAfter: false }), answers.Count(IsWrong),
            Math.Round(processed.TotalSeconds, 1), Math.Round(used.TotalMilliseconds / Math.Max(1, accepted.Count), 2));
    }

    /// <summary>The first messages of a process pay for its start: some to another cohort, until each is answered.</summary>
    static async Task WarmAsync(LocalHost host, HttpClient client, CancellationToken cancellation)
    {
        var cohort = InventedExport.Cohort(TimeProvider.System.GetUtcNow()) with { Id = "warm" };
        await host.Services.GetRequiredService<CohortStore>().TryAddAsync(cohort, cancellation);
        var answers = await WebhookLoad.SendAsync(client, cohort.Id, rate: 40, seconds: 15, seed: 0, cancellation);
        await ProcessedAsync(host, cohort.Id, Accepted(answers).Count, Stopwatch.StartNew(), cancellation);
    }

    static List<(MessageKind Kind, int Number)> Accepted(IReadOnlyList<WebhookAnswer> answers) =>
        [.. answers.Where(answer => answer.Status == 202).Select(answer => (answer.Kind, answer.Number)).Distinct()];

    static bool IsWrong(WebhookAnswer answer) =>
        answer.Status is not (429 or 0 or 503) && answer.Status != (answer.Kind == MessageKind.WronglySigned ? 401 : 202);

    /// <summary>Until all are there, or nothing has come for a minute.</summary>
    static async Task<TimeSpan> ProcessedAsync(LocalHost host, string cohort, int accepted, Stopwatch watch, CancellationToken cancellation)
    {
        var (ledger, applications, best, last) = (
            host.Services.GetRequiredService<MailLedger>(), host.Services.GetRequiredService<ApplicationStore>(), 0, watch.Elapsed);
        while (watch.Elapsed - last < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(TimeSpan.FromSeconds(2), cancellation);
            var all = await applications.ListAsync(cohort, cancellation);
            var done = all.Count(application => application.PersonId is null)
                + (await ledger.ListAsync(cohort, cancellation: cancellation)).Count;
            if (done > best) (best, last) = (done, watch.Elapsed);
            if (done >= accepted) break;
        }

        return last;
    }

    static async Task<(int Lost, int Doubled)> LostAsync(
        LocalHost host, string cohort, IReadOnlyList<(MessageKind Kind, int Number)> accepted, CancellationToken cancellation)
    {
        var people = await host.Services.GetRequiredService<PeopleStore>().ListAsync(cohort, cancellation);
        var applications = await host.Services.GetRequiredService<ApplicationStore>().ListAsync(cohort, cancellation);
        var mails = await host.Services.GetRequiredService<MailLedger>().ListAsync(cohort, cancellation: cancellation);
        var names = people.CountBy(person => person.Name).ToDictionary();
        var lost = accepted.Count(one => one.Kind == MessageKind.Application && !names.ContainsKey($"Person {one.Number}"))
            + Math.Max(
                0,
                accepted.Count(one => one.Kind == MessageKind.Malformed) - applications.Count(application => application.PersonId is null));
        return (
            lost,
            names.Values.Sum(count => count - 1) + Math.Max(0, applications.Count - accepted.Count)
                + mails.CountBy(mail => mail.Key.PersonId).Sum(count => count.Value - 1));
    }
}
