using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Ilnp.Local.Texts;

/// <summary>A row of a reviewer's sheet: a text, or a part of a mail.</summary>
/// <param name="File">As in <see cref="Wording.File"/>.</param>
/// <param name="Part">The text's key, or the part of the mail.</param>
/// <param name="English">What it says.</param>
/// <param name="Text">How it is said now.</param>
/// <param name="IsGood">A native speaker has read just this and found it good.</param>
/// <param name="Where">Addresses of the pages that it is read on; empty for a mail.</param>
/// <param name="Better">How it should be said; empty where it is good, or not read yet.</param>
sealed record ReviewRow(
    string File, string Part, string English, string Text, bool IsGood, string Better = "", string Where = "");

/// <summary>The workbook that a reviewer fills in.</summary>
static class ReviewSheet
{
    const string File = "File", Part = "Part", English = "English", Text = "Translation", Good = "Good (x)", Better = "Better",
        Where = "Where it is read";

    /// <summary>Every row that there is to read; a mail in its parts.</summary>
    /// <param name="wordings">All of a language.</param>
    /// <param name="reviewed">Fingerprints of those that were read.</param>
    /// <param name="place">Says where a text is read.</param>
    public static IEnumerable<ReviewRow> Rows(
        IEnumerable<Wording> wordings, IReadOnlySet<string> reviewed, Func<Wording, string> place) =>
        from wording in wordings
        from part in Parts(wording)
        select new ReviewRow(
            wording.File, part.Name, part.English, part.Text, reviewed.Contains(Wording.FingerprintOf(part.English, part.Text)),
            Where: place(wording));

    /// <summary>A text by its key, a mail's parts by their names, in English and in the language.</summary>
    public static IEnumerable<(string Name, string English, string Text)> Parts(Wording wording)
    {
        if (!wording.IsMail) return [(wording.Key, wording.English, wording.Text)];
        var texts = MailParts.Of(wording.Text).ToDictionary(part => part.Name, part => part.Text);
        return MailParts.Of(wording.English).Where(part => part.Text.Length > 0 && texts.ContainsKey(part.Name))
            .Select(part => (part.Name, part.Text, texts[part.Name]));
    }

    public static void Write(string path, IEnumerable<ReviewRow> rows) => MiniExcel.SaveAs(
        path,
        rows.Select(row => new Dictionary<string, object?>
        {
            [File] = row.File,
            [Part] = row.Part,
            [English] = row.English,
            [Text] = row.Text,
            [Good] = row.IsGood ? "x" : "",
            [Better] = row.Better,
            [Where] = row.Where,
        }),
        configuration: new OpenXmlConfiguration { FastMode = true, EnableAutoWidth = false, FreezeRowCount = 1, DynamicColumns = Columns },
        overwriteFile: true);

    /// <exception cref="InvalidDataException">It is no workbook, or lacks a column.</exception>
    public static IReadOnlyList<ReviewRow> Read(string path)
    {
        var rows = Query(path);
        if (rows.Count == 0) throw new InvalidDataException("the sheet is empty.");
        if (new[] { File, Part, English, Text, Good, Better }.Except(rows[0].Keys).ToList() is { Count: > 0 } missing)
            throw new InvalidDataException($"the sheet has no column {string.Join(", ", missing.Select(name => $"“{name}”"))}.");
        return [.. rows.Select(row =>
            new ReviewRow(
                Cell(row, File), Cell(row, Part), Cell(row, English), Cell(row, Text),
                Cell(row, Good).Trim().Length > 0, Cell(row, Better).Trim()))];
    }

    static List<IDictionary<string, object?>> Query(string path)
    {
        try
        {
            return [.. MiniExcel.Query(path, useHeaderRow: true, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>()];
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException
            or NotSupportedException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException("it is no .xlsx workbook that can be read.", e);
        }
    }

    static string Cell(IDictionary<string, object?> row, string column) => (row[column]?.ToString() ?? "").ReplaceLineEndings("\n");

    static MiniExcelLibs.Attributes.DynamicExcelColumn[] Columns =>
        [.. new[] { (File, 30), (Part, 26), (English, 60), (Text, 60), (Good, 10), (Better, 60), (Where, 40) }.Select((column, i) =>
            new MiniExcelLibs.Attributes.DynamicExcelColumn(column.Item1) { Index = i, Width = column.Item2 })];
}
