using Ilnp.Intake.Answers;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>Files as they were uploaded, read by what the committee said about them.</summary>
public sealed class ImportedRows(RawMessageStore messages, ColumnChoiceStore choices, ExportShelf shelf)
{
    /// <summary>The rows of a file.</summary>
    public async Task<IReadOnlyList<ExportRow>> OfAsync(
        ImportFile file, CohortSettings cohort, CancellationToken cancellation = default) =>
        await OfAsync(file, cohort, await SettingsAsync(file, cohort, cancellation), cancellation);

    internal async Task<IReadOnlyList<ExportRow>> OfAsync(
        ImportFile file, CohortSettings cohort, IntakeSettings settings, CancellationToken cancellation)
    {
        if (shelf.Find(file) is { } rows) return rows;
        var message = await messages.ReadAsync(file.CohortId, file.FileId, cancellation);
        return shelf.Put(file, ExportFile.Read(message.Body.Bytes, settings, canAsk: true, ApplyingTime.Of(cohort)).Rows);
    }

    internal async Task<IntakeSettings> SettingsAsync(ImportFile file, CohortSettings cohort, CancellationToken cancellation) =>
        ImportSettings.Of(cohort, file.Order, await choices.OfAsync(file, cancellation));
}
