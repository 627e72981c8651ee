using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ilnp.Announcements;
using Ilnp.Announcements.Pictures;
using Ilnp.Certificates;
using Ilnp.Local.Running;
using Ilnp.Reports;

namespace Ilnp.Local.Pilot.Results;

/// <summary>Writes a finished cohort's results into the run's folder. Writing them again gives the same files.</summary>
sealed class ResultFiles(LocalApp app, RunFolder folder)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Mails are there already: the mailbox is the run's <c>mail</c>.</summary>
    public async Task<Summary> WriteAsync(CohortRecords records, RunFigures run, CancellationToken cancellation)
    {
        var cohortId = records.Settings.Id;
        await WriteAsync("pairs.csv", PairsFile.Write(records.Groups, records.People, records.Settings), cancellation);
        await WriteCertificatesAsync(cohortId, cancellation);
        await WriteReportAsync(cohortId, cancellation);
        await WriteFlyersAsync(cohortId, cancellation);
        var summary = SummaryRules.Of(records, run);
        await WriteAsync("summary.json", JsonSerializer.Serialize(summary, Json), cancellation);
        return summary;
    }

    async Task WriteCertificatesAsync(string cohortId, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder.Certificates);
        var store = app.Get<CertificateStore>();
        foreach (var person in await store.ListAsync(cohortId, cancellation))
            await File.WriteAllBytesAsync(
                Path.Combine(folder.Certificates, $"{person}.pdf"), (await store.FindAsync(cohortId, person, cancellation))!, cancellation);
    }

    async Task WriteReportAsync(string cohortId, CancellationToken cancellation)
    {
        var store = app.Get<ReportStore>();
        if (await store.FindPageAsync(cohortId, cancellation) is { } page) await WriteAsync("report.html", page, cancellation);
        if (await store.FindWorkbookAsync(cohortId, cancellation) is { } workbook)
            await File.WriteAllBytesAsync(folder.File("report.xlsx"), workbook, cancellation);
    }

    async Task WriteFlyersAsync(string cohortId, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder.Flyers);
        var store = app.Get<AnnouncementStore>();
        foreach (var language in app.Get<FlyerRenderer>().Languages)
        {
            if (await store.FindFlyerAsync(cohortId, language, cancellation) is { } flyer)
                await File.WriteAllBytesAsync(Path.Combine(folder.Flyers, $"flyer.{language}.pdf"), flyer, cancellation);
            foreach (var format in SocialFormat.All)
                if (await store.FindPictureAsync(cohortId, language, format, cancellation) is { } picture)
                    await File.WriteAllBytesAsync(Path.Combine(folder.Flyers, $"{format.Name}.{language}.png"), picture, cancellation);
        }
    }

    Task WriteAsync(string name, string text, CancellationToken cancellation) =>
        File.WriteAllTextAsync(
            folder.File(name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: Path.GetExtension(name) == ".csv"), cancellation);
}
