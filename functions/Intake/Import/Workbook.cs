using System.Globalization;
using System.IO.Compression;
using Ilnp.Intake.Answers;
using MiniExcelLibs;

namespace Ilnp.Intake.Import;

/// <summary>The sheet of an .xlsx file whose header asks for most; sheets that are hidden are left out.</summary>
static class Workbook
{
    /// <summary>A small file can unpack to a huge one.</summary>
    const long LargestUnpacked = 400L * 1024 * 1024;

    const int MostRows = 100_000;

    public static Sheet Read(byte[] file, QuestionMap questions)
    {
        try
        {
            if (Refusal(file) is { } refusal) return new([]) { Refusal = refusal };
            using var stream = new MemoryStream(file);
            var parts = WorkbookParts.Of(file);
            var sheets = stream.GetSheetNames().Where(name => !parts.Hidden.Contains(name))
                .Select(name => (Name: name, Records: Records(file, name, parts))).ToList();
            var answers = sheets.Select(sheet => (sheet.Name, sheet.Records, Header: HeaderRow.Find(sheet.Records, questions)))
                .Where(sheet => sheet.Header is { } header && sheet.Records.Skip(header.Index + 1).Any(record => !record.IsEmpty))
                .OrderByDescending(sheet => sheet.Header!.Known).ToList();
            return answers.Count == 0
                ? new(sheets.FirstOrDefault().Records ?? [])
                : new(answers[0].Records) { Notes = OfOthers([.. answers.Select(sheet => sheet.Name)]) };
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException
            or IOException or NotSupportedException or KeyNotFoundException or FormatException)
        {
            return new([])
            {
                Refusal = "The workbook is damaged, or locked by a password: save it anew as .xlsx or as “CSV UTF-8” and send it again.",
            };
        }
    }

    /// <summary>Which of several sheets with answers was read.</summary>
    static string[] OfOthers(List<string> names) => names.Count == 1 ? []
        : [$"The workbook has several sheets with answers. Only “{TextAnswer.Quote(names[0])}” was read: save "
            + $"{string.Join(", ", names.Skip(1).Take(5).Select(name => $"“{TextAnswer.Quote(name)}”"))} as files of their "
            + "own and send them in too."];

    static string? Refusal(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        if (archive.GetEntry("xl/workbook.xml") is null)
            return "The file is packed, but no .xlsx workbook: save it as .xlsx or as “CSV UTF-8” and send it again.";
        return archive.Entries.Sum(entry => entry.Length) > LargestUnpacked ? "The workbook is too large when it is unpacked." : null;
    }

    static List<SheetRecord> Records(byte[] file, string sheet, WorkbookParts parts)
    {
        using var stream = new MemoryStream(file);
        return [.. stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX).Take(MostRows)
            .Select(row =>
                new SheetRecord(
                    [.. ((IDictionary<string, object?>)row).Values.Select(cell => Text(parts.CountsFrom1904 ? Since1900(cell) : cell))],
                    IsOdd: false))];
    }

    /// <summary>A day counted from 1904, with or without the format of one: no other number of a form is so large.</summary>
    static object? Since1900(object? cell) => cell switch
    {
        DateTime moment => moment.AddDays(WorkbookParts.Later),
        double and > 30_000 and < 72_000 and var days => days + WorkbookParts.Later,
        _ => cell,
    };

    /// <summary>A cell as a form's CSV export has it: days and times unmistakably, numbers without a format.</summary>
    static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool reply => reply ? "yes" : "no",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
