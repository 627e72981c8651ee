using System.Globalization;
using System.IO.Compression;
using Ilnp.Intake.Answers;
using MiniExcelLibs;

namespace Ilnp.Intake.Import;

/// <summary>The first sheet of an .xlsx file that has a header.</summary>
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
            var sheets = stream.GetSheetNames().Select(name => Records(file, name)).ToList();
            var header = sheets.FirstOrDefault(records => HeaderRow.Find(records, questions) is not null);
            return new(header ?? sheets.FirstOrDefault() ?? []);
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or IOException or NotSupportedException or KeyNotFoundException or FormatException)
        {
            return new([]) { Refusal = "The workbook is damaged, or locked by a password: save it anew as .xlsx or as “CSV UTF-8” and send it again." };
        }
    }

    static string? Refusal(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        if (archive.GetEntry("xl/workbook.xml") is null) return "The file is packed, but no .xlsx workbook: save it as .xlsx or as “CSV UTF-8” and send it again.";
        return archive.Entries.Sum(entry => entry.Length) > LargestUnpacked ? "The workbook is too large when it is unpacked." : null;
    }

    static List<SheetRecord> Records(byte[] file, string sheet)
    {
        using var stream = new MemoryStream(file);
        return [.. stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX).Take(MostRows)
            .Select(row => new SheetRecord([.. ((IDictionary<string, object?>)row).Values.Select(Text)], IsOdd: false))];
    }

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
