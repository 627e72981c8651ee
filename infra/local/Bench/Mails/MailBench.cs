using System.Diagnostics;
using System.Security.Cryptography;
using Ilnp.Links;
using Ilnp.Local.Bench.Import;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;
using Ilnp.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Local.Bench.Mails;

/// <summary>
/// The app's mailer over a storage, with a stand-in for the mail service; no functions host, which would be measured too.
/// </summary>
sealed class MailBench : IAsyncDisposable
{
    readonly ServiceProvider app;
    readonly StandInSendGrid sendGrid;
    readonly CohortSettings cohort = InventedExport.Cohort(TimeProvider.System.GetUtcNow()) with
    {
        Languages = [.. AppParts.Texts.Languages],
    };

    public MailBench(string storage, StandInSendGrid sendGrid)
    {
        this.sendGrid = sendGrid;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings(storage, sendGrid.Address)).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddStorage(settings);
        app = Program.AddSteps(services).BuildServiceProvider();
    }

    static Dictionary<string, string?> Settings(string storage, string sendGrid) => new(BenchSettings.Over(storage))
    {
        ["Mail:Sender"] = "sendgrid",
        ["Mail:From:Essential"] = "programme@example.org",
        ["Mail:From:Optional"] = "news@example.org",
        ["SendGrid:ApiKey"] = "SG.bench",
        ["SendGrid:Host"] = sendGrid,
        ["SendGrid:WebhookPublicKey"] = PublicKey(),
    };

    /// <summary>Of events, which do not come here.</summary>
    static string PublicKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    /// <exception cref="Ilnp.Orchestration.TransientFailure">The stand-in or the storage refused one.</exception>
    public async Task<MailFigures> MeasureAsync(int mails, int atOnce, CancellationToken cancellation)
    {
        await app.GetRequiredService<CohortStore>().TryAddAsync(cohort, cancellation);
        var messages = Messages(mails);
        var (mailer, count) = (app.GetRequiredService<Mailer>(), app.GetRequiredService<TransactionCount>());
        var (requests, processor, watch) = (count.Sent, Processor, Stopwatch.StartNew());
        await Parallel.ForEachAsync(
            messages, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (message, stop) =>
                await mailer.SendAsync(message, stop));
        var (seconds, used, trips) = (
            watch.Elapsed.TotalSeconds, (Processor - processor).TotalSeconds, (count.Sent - requests) / (double)mails);
        var sent = (await app.GetRequiredService<MailLedger>().ListAsync(cohort.Id, cancellation: cancellation))
            .Count(entry => entry.Status == MailStatus.Sent);
        return new(
            Environment.ProcessorCount,
            messages.Select(message => message.Language).Distinct().Count(),
            messages.Select(message => message.Template).Distinct().Count(),
            mails, sent, sendGrid.Taken.Count, sendGrid.Taken.Values.Count(times => times > 1),
            Math.Round(seconds, 1), Math.Round(used, 1), RenderingMs(messages),
            Math.Round(trips, 3), sendGrid.Bytes / mails, sendGrid.Largest);
    }

    /// <summary>Every mail that participants get, in every language in turn, each to somebody else.</summary>
    MailMessage[] Messages(int mails)
    {
        var samples = app.GetRequiredService<MailTemplates>().ForParticipants
            .SelectMany(mail => app.GetRequiredService<MailSamples>().Of(mail.Name)).ToList();
        var links = app.GetRequiredService<PersonalLinks>();
        return [.. Enumerable.Range(0, mails).Select(number =>
        {
            var (person, language) = ($"P{number:00000}", cohort.Languages[number % cohort.Languages.Count]);
            var message = MailSamples.Message(samples[number / cohort.Languages.Count % samples.Count], cohort.Id, language);
            return message with
            {
                Key = new(cohort.Id, "bench", "1", person),
                To = message.To with { Address = $"p{number}@library.example" },
                CanChooseLanguage = true,
                OwnPage = links.Of(cohort, person),
            };
        })];
    }

    /// <summary>Some of them again, on one processor, after all is warm.</summary>
    double RenderingMs(MailMessage[] messages)
    {
        var (composer, some, watch) = (app.GetRequiredService<MailComposer>(), messages.Take(1000).ToList(), Stopwatch.StartNew());
        foreach (var message in some) composer.Compose(message, cohort, TimeProvider.System.GetUtcNow());
        return Math.Round(watch.Elapsed.TotalMilliseconds / some.Count, 3);
    }

    static TimeSpan Processor => Process.GetCurrentProcess().TotalProcessorTime;

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
