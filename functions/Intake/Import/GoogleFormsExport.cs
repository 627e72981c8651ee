namespace Ilnp.Intake.Import;

/// <summary>The rows of an export file; <see cref="ExportFile"/> also says what is wrong with the file as a whole.</summary>
public static class GoogleFormsExport
{
    /// <summary>
    /// The rows in the file's order, empty ones left out but counted. No rows when there is no header or the file is refused.
    /// </summary>
    public static IReadOnlyList<ExportRow> Read(Stream file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return Read(bytes.ToArray());
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static IReadOnlyList<ExportRow> Read(byte[] file) => ExportFile.Read(file).Rows;
}
