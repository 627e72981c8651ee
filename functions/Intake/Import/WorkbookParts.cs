using System.IO.Compression;
using System.Xml.Linq;

namespace Ilnp.Intake.Import;

/// <summary>What a workbook says about itself, beside its cells.</summary>
/// <param name="Hidden">Names of sheets that nobody sees who opens it.</param>
/// <param name="CountsFrom1904">Whether its days are counted from 1904, as spreadsheets of the Mac did.</param>
sealed record WorkbookParts(IReadOnlySet<string> Hidden, bool CountsFrom1904)
{
    /// <summary>Days between the two beginnings of counting.</summary>
    public const int Later = 1462;

    public static WorkbookParts Of(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var part = archive.GetEntry("xl/workbook.xml")!.Open();
        var book = XDocument.Load(part).Root!;
        var hidden = book.Descendants().Where(node =>
            node.Name.LocalName == "sheet" && (string?)node.Attribute("state") is "hidden" or "veryHidden");
        var about = book.Elements().FirstOrDefault(node => node.Name.LocalName == "workbookPr");
        return new(
            hidden.Select(sheet => (string?)sheet.Attribute("name") ?? "").ToHashSet(),
            (string?)about?.Attribute("date1904") is "1" or "true");
    }
}
