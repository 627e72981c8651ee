using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Ilnp.Storage;

/// <summary>
/// An .xlsx file whose bytes follow from its contents: the writer's random relationship ids become numbers in the order of
/// their appearance, and the archive's times a fixed one. So the same report is the same attachment, and a
/// list that has not changed the same file.
/// </summary>
static partial class StableWorkbook
{
    /// <summary>The first day that an archive can write.</summary>
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(Stream workbook)
    {
        using var written = new MemoryStream();
        using (var from = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            var ids = new Dictionary<string, string>();
            foreach (var part in from.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal)) Copy(part, to, ids);
        }

        return written.ToArray();
    }

    static void Copy(ZipArchiveEntry part, ZipArchive to, Dictionary<string, string> ids)
    {
        var copy = to.CreateEntry(part.FullName);
        copy.LastWriteTime = Epoch;
        using var reader = new StreamReader(part.Open(), Encoding.UTF8);
        using var writer = new StreamWriter(copy.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(RelationshipId().Replace(reader.ReadToEnd(), id =>
        {
            if (!ids.TryGetValue(id.Value, out var number)) ids[id.Value] = number = $"rId{ids.Count + 1}";
            return number;
        }));
    }

    /// <summary>An id as an attribute's value, never part of a cell's text, where quotation marks are escaped.</summary>
    [GeneratedRegex("(?<=(\\bId|:id|Id)=\")R[0-9a-f]{32}(?=\")", RegexOptions.CultureInvariant)]
    private static partial Regex RelationshipId();
}
