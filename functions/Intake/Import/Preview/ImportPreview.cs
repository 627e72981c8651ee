using Ilnp.Programme;

namespace Ilnp.Intake.Import.Preview;

/// <summary>What an import would do.</summary>
/// <param name="Columns">What each is read as.</param>
/// <param name="Receipt">As the import would give it.</param>
/// <param name="Repeated">Rows that say the same as another one of the file: left out.</param>
/// <param name="Kinds">What is not as it should be, the most frequent first.</param>
/// <param name="First">The first rows as they are read.</param>
public sealed record ImportPreview(
    IReadOnlyList<ImportColumn> Columns, ImportReceipt Receipt, int Repeated,
    IReadOnlyList<FindingKind> Kinds, IReadOnlyList<TakenRow> First);

/// <summary>Works a file in as its import does, and writes nothing.</summary>
public sealed class ImportPreviews(RowWork work, TimeProvider time)
{
    /// <summary>Rows that are shown one by one.</summary>
    const int Shown = 10;

    public async Task<ImportPreview> OfAsync(CohortSettings cohort, ReadFile read, CancellationToken cancellation)
    {
        var crowd = await work.DoAsync(cohort, read.Settings, read.Export.Rows, time.GetUtcNow(), cancellation);
        return new(
            ImportColumn.Of(read.Export, read.Settings), crowd.Receipt, read.Export.Rows.Count - crowd.Rows.Count,
            FindingKind.Of(crowd.Rows), [.. crowd.Rows.Take(Shown)]);
    }
}
