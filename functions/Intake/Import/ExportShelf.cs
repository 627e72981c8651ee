namespace Ilnp.Intake.Import;

/// <summary>
/// The rows of the export that was read last: an import needs them in several steps. Kept only as long as the memory is not wanted
/// for something else.
/// </summary>
public sealed class ExportShelf
{
    readonly Lock gate = new();
    string? key;
    WeakReference<IReadOnlyList<ExportRow>>? rows;

    /// <summary>The rows, or null when the file has to be read.</summary>
    public IReadOnlyList<ExportRow>? Find(ImportFile file)
    {
        lock (gate) return key == Key(file) && rows is not null && rows.TryGetTarget(out var kept) ? kept : null;
    }

    public IReadOnlyList<ExportRow> Put(ImportFile file, IReadOnlyList<ExportRow> read)
    {
        lock (gate) (key, rows) = (Key(file), new(read));
        return read;
    }

    static string Key(ImportFile file) => $"{file.CohortId} {file.FileId} {file.Order}";
}
