using System.Text;
using CsvHelper;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Texts;

namespace Ilnp.Committee.Audit;

/// <summary>The list as a file for a spreadsheet: UTF-8 with its mark, so that every script is read rightly.</summary>
static class AuditFile
{
    static readonly string[] Headings =
        ["audit.when", "audit.who", "audit.what", "audit.about", "audit.before", "audit.after", "audit.done"];

    /// <param name="lines">In the order of the file.</param>
    /// <param name="cohort">Moments are in its zone, with their offset.</param>
    /// <param name="texts">Of the headings.</param>
    public static byte[] Of(IEnumerable<AuditLine> lines, CohortSettings cohort, PageTexts texts)
    {
        using var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, SafeCsv.Configuration))
        {
            Row(csv, Headings.Select(heading => texts[heading]), texts.Language);
            foreach (var line in lines)
                Row(
                    csv,
                    [
                        DateText.Iso(line.At, cohort),
                        line.Who,
                        line.What,
                        line.About,
                        line.Before,
                        line.After,
                        texts[line.IsHalf ? "audit.half" : "audit.whole"],
                    ],
                    texts.Language);
        }

        return file.ToArray();
    }

    static void Row(CsvWriter csv, IEnumerable<string> cells, string language)
    {
        foreach (var cell in cells) csv.WriteField(Isolated.Plain(cell, language));
        csv.NextRecord();
    }
}
