using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>
/// Registers an export's rows many at a time: everybody of the cohort is read once, the rows are worked in in the file's order, and
/// what they change is written in transactions of a hundred. Rows registered before are found the same.
/// </summary>
public sealed class RowImporter(
    CohortStore cohorts, RawMessageStore messages, PeopleStore people, ApplicationStore applications, RowWork work,
    ProblemNotes notes, ColumnChoiceStore choices, ExportShelf shelf, ImportReceiptStore receipts, SecondReading second,
    IntakeSignals signals)
{
    public static string IdOf(ExportRow row) => StableIds.Of(FormProvider.Export.Name, row.ContentId, []);

    /// <summary>The rows of the file as it was uploaded.</summary>
    public async Task<IReadOnlyList<ExportRow>> RowsAsync(
        ImportFile file, CohortSettings cohort, CancellationToken cancellation = default) =>
        await RowsAsync(file, cohort, await SettingsAsync(file, cohort, cancellation), cancellation);

    /// <summary>Registers the rows from <see cref="ImportFile.From"/> on, and counts what that changed.</summary>
    public async Task<ImportReceipt> ImportAsync(ImportFile file, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(file.CohortId, cancellation);
        var receivedAt = await messages.ReceivedAsync(file.CohortId, file.FileId, cancellation);
        var settings = await SettingsAsync(file, cohort, cancellation);
        var rows = (await RowsAsync(file, cohort, settings, cancellation))
            .Where(row => row.Number >= file.From && row.Number < file.From + ImportFile.BulkStep);
        var crowd = await work.DoAsync(cohort, settings, rows, receivedAt, cancellation);
        var receipt = await receipts.KeepAsync(file, crowd.Receipt, cancellation);
        await WriteAsync(crowd, cancellation);
        return receipt;
    }

    async Task<IReadOnlyList<ExportRow>> RowsAsync(
        ImportFile file, CohortSettings cohort, IntakeSettings settings, CancellationToken cancellation)
    {
        if (shelf.Find(file) is { } rows) return rows;
        var message = await messages.ReadAsync(file.CohortId, file.FileId, cancellation);
        return shelf.Put(file, ExportFile.Read(message.Body.Bytes, settings, canAsk: true, ApplyingTime.Of(cohort)).Rows);
    }

    /// <summary>People first: an application that is stored is worked in.</summary>
    async Task WriteAsync(Crowd crowd, CancellationToken cancellation)
    {
        var cohortId = crowd.CohortId;
        var taken = await people.AddManyAsync(cohortId, crowd.Added, cancellation);
        var merged = crowd.Known.Concat(taken).ToList();
        if (merged.Count > 0) await people.ApplyManyAsync(cohortId, merged, crowd.Merged, cancellation);
        await notes.NoteManyAsync(cohortId, crowd.Findings, cancellation);
        await applications.PutManyAsync(cohortId, crowd.Applications, cancellation);
        await second.OfWaitingAsync(crowd.Cohort, crowd.Applications, cancellation);
        signals.Registered(crowd.Applications);
    }

    async Task<IntakeSettings> SettingsAsync(ImportFile file, CohortSettings cohort, CancellationToken cancellation) =>
        ImportSettings.Of(cohort, file.Order, await choices.OfAsync(file, cancellation));
}
