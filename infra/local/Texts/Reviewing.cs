using FunctionsHost.Azurite;
using Ilnp.Local.Running;

namespace Ilnp.Local.Texts;

/// <summary>Sheets for reviewers, and what comes back in them.</summary>
/// <param name="functions">The folder <c>functions/</c> of the project, whose texts are read and changed.</param>
/// <param name="told">A line for each language and for what was left out.</param>
sealed class Reviewing(string functions, TextWriter told)
{
    readonly Wordings wordings = new(functions);
    readonly ReviewLog log = new(functions);
    readonly TextPlaces places = new(functions);

    /// <summary>A workbook to fill in and a page to read for each language.</summary>
    /// <exception cref="LocalProblem">There are no texts in the language.</exception>
    /// <param name="language">Code of one; null for all.</param>
    /// <param name="output">Folder for them.</param>
    /// <param name="pages">Folder of a pilot's pages; without them the sheets have no pictures of pages, and it is told so.</param>
    public void Write(string? language, DirectoryInfo output, DirectoryInfo pages)
    {
        try
        {
            output.Create();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !FullDisk.IsIn(e))
        {
            throw new LocalProblem($"The folder {output.FullName} cannot be made ({e.Message}): name another one with --out.", e);
        }

        if (!pages.Exists) told.WriteLine($"No pages are shown: {pages.FullName} is not there. 'pilot' writes them beside its mails.");
        var pictures = new PagePictures(pages.FullName);
        foreach (var code in language is null ? AppParts.Texts.Languages : [Known(language)])
        {
            var rows = Rows(code);
            ReviewSheet.Write(Path.Combine(output.FullName, $"{code}.xlsx"), rows);
            File.WriteAllText(Path.Combine(output.FullName, $"{code}.html"), ReviewPage.Of(code, rows, pictures));
            told.WriteLine(
                $"{code}: {rows.Count} texts, {rows.Count(row => !row.IsGood)} of them unread. To fill in: "
                    + $"{Path.Combine(output.FullName, code)}.xlsx; to read: {code}.html beside it.");
        }
    }

    /// <summary>All corrections or none: mistakes are told with their places, and nothing is changed.</summary>
    /// <exception cref="LocalProblem">The sheet cannot be read, or corrections cannot be used.</exception>
    public void Take(FileInfo sheet)
    {
        var code = Known(Path.GetFileNameWithoutExtension(sheet.Name).Split('-', '.', ' ', '_')[0]);
        var corrections = Corrections.Of(wordings.Of(code), Read(sheet), code);
        if (corrections.Problems.Count > 0)
            throw new LocalProblem(
                $"Nothing was changed, since these corrections cannot be used:\n{string.Join('\n', corrections.Problems)}");
        foreach (var (wording, parts) in corrections.Better) Put(wording, parts);
        var unread = log.Add(code, corrections.Good, [.. Rows(code).Select(row => Wording.FingerprintOf(row.English, row.Text))]);
        foreach (var row in corrections.Meanwhile) told.WriteLine($"Changed since the sheet was made, and left as it is: {row}");
        told.WriteLine(
            $"{code}: {corrections.Better.Sum(change => change.Parts.Count)} corrected, {corrections.Good.Count} read in this "
                + $"sheet, {unread} still unread.");
    }

    List<ReviewRow> Rows(string language) => [.. ReviewSheet.Rows(wordings.Of(language), log.Read(language), places.Of)];

    void Put(Wording wording, IReadOnlyDictionary<string, string> parts)
    {
        var path = Path.Combine(functions, wording.File);
        var text = Corrections.TextOf(wording, parts);
        File.WriteAllText(path, wording.IsMail ? text : WordingFile.With(File.ReadAllText(path), wording.Key, text));
    }

    static IReadOnlyList<ReviewRow> Read(FileInfo sheet)
    {
        try
        {
            return ReviewSheet.Read(GivenFile.Required(sheet.FullName, "The sheet", "--read"));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new LocalProblem($"{sheet.FullName} cannot be read: {e.Message}", e);
        }
    }

    static string Known(string language) => AppParts.Texts.Languages is var all && all.Contains(language) ? language
        : throw new LocalProblem($"There are no texts in '{language}'; there are {string.Join(", ", all)}.");
}
