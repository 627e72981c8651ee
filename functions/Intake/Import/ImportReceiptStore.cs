using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Intake.Import;

/// <summary>
/// What each step of an import changed: table <c>ImportReceipts</c>, partition cohort, row file and first row of the step. Written before
/// the people are: a step that is done again finds everybody as it left them, and would count nobody as new.
/// </summary>
public sealed class ImportReceiptStore(TableServiceClient service)
{
    readonly RecordTable<ImportReceipt> receipts = new(service, "ImportReceipts");

    /// <summary>The receipt of the step's first run.</summary>
    public async Task<ImportReceipt> KeepAsync(ImportFile file, ImportReceipt counted, CancellationToken cancellation)
    {
        var row = string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{ImportEndpoint.InstanceId(file)}-{file.From:00000000}");
        if (await receipts.TryAddAsync(file.CohortId, row, counted, cancellation)) return counted;
        return (await receipts.FindAsync(file.CohortId, row, cancellation))?.Value ?? counted;
    }
}
