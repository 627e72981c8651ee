using Ilnp.Intake.Providers;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>
/// Registers an export's rows many at a time: everybody of the cohort is read once, the rows are worked in in the file's order, and
/// what they change is written in transactions of a hundred. Rows registered before are found the same.
/// </summary>
public sealed class RowImporter(
    CohortStore cohorts, RawMessageStore messages, ImportedRows imported, RowWork work, ImportReceiptStore receipts, CrowdWriter writer)
{
    public static string IdOf(ExportRow row) => StableIds.Of(FormProvider.Export.Name, row.ContentId, []);

    /// <summary>Registers the rows from <see cref="ImportFile.From"/> on, and counts what that changed.</summary>
    public async Task<ImportReceipt> ImportAsync(ImportFile file, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(file.CohortId, cancellation);
        var receivedAt = await messages.ReceivedAsync(file.CohortId, file.FileId, cancellation);
        var settings = await imported.SettingsAsync(file, cohort, cancellation);
        var rows = (await imported.OfAsync(file, cohort, settings, cancellation))
            .Where(row => row.Number >= file.From && row.Number < file.From + ImportFile.BulkStep);
        var crowd = await work.DoAsync(cohort, settings, rows, receivedAt, cancellation);
        var receipt = await receipts.KeepAsync(file, crowd.Receipt, cancellation);
        await writer.WriteAsync(crowd, cancellation);
        return receipt;
    }
}
