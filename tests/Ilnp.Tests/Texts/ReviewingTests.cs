using Ilnp.Local.Running;
using Ilnp.Local.Texts;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>A reviewer's sheet goes out and comes back, in a copy of the texts.</summary>
public sealed class ReviewingTests : IDisposable
{
    const string Page = "Own/Texts/ja.json", Mail = "Availability/Mails/availability.ja.md", Prompt = "Prompts/Library/ja.json";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("texts");
    readonly StringWriter told = new();
    readonly Reviewing reviewing;

    public ReviewingTests()
    {
        var from = Path.Combine(TextShelfTests.RepositoryRoot(), "functions");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(IsText))
        {
            var to = Path.Combine(folder.FullName, "functions", Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        reviewing = new(Functions, told);

        static bool IsText(string file) =>
            Path.GetExtension(file) is ".json" or ".md" && !file.Contains("/obj/") && !file.Contains("/bin/");
    }

    string Functions => Path.Combine(folder.FullName, "functions");

    public void Dispose()
    {
        folder.Delete(recursive: true);
        told.Dispose();
    }

    [Fact]
    public void GivenCorrections_WhenTheSheetComesBack_ThenJustTheseWordsChangeAndCountAsRead()
    {
        var before = Files();
        var rows = Sheet(
            Better(Page, "own.title", "わたしのページ"),
            Better(Mail, "subject", "{{ programme }}への参加について"),
            Better(Mail, "paragraph 4", "[参加について知らせる]({{ url }})"),
            Better(Prompt, "a-day-off.title", "図書館が休みの日は"),
            Good(Page, "own.for"));

        reviewing.Take(rows);

        var changed = Files().Where(file => before.GetValueOrDefault(file.Key) != file.Value).ToDictionary();
        Assert.Equal([Mail, Page, Prompt, "Texts/Reviews/ja.txt"], changed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("わたしのページ", 1), (Text(Page, "own.title"), Lines(before[Page], changed[Page])));
        Assert.Equal(("図書館が休みの日は", 1), (Text(Prompt, "a-day-off.title"), Lines(before[Prompt], changed[Prompt])));
        Assert.Equal(2, Lines(before[Mail], changed[Mail]));
        Assert.Contains("subject: {{ programme }}への参加について\n", changed[Mail], StringComparison.Ordinal);
        Assert.Contains("4 corrected, 5 read in this sheet, ", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, new ReviewLog(Functions).Read("ja").Count);
    }

    [Theory]
    [InlineData(Page, "own.for", "こんにちは", "it names {}, and the English text {name}.")]
    [InlineData(Page, "own.for", "{nameさまのページ", "own.for")]
    [InlineData(Page, "own.title", "My own page", "“My” is in Latin letters.")]
    [InlineData(Mail, "paragraph 4", "[参加について]({{ start_date }})", "it has the links")]
    [InlineData(Mail, "paragraph 1", "{{ name さま", "availability")]
    [InlineData(Prompt, "a-day-off.title", "A day off", "is in Latin letters.")]
    public void GivenACorrectionThatCannotBeUsed_WhenTheSheetComesBack_ThenItIsToldWithItsPlaceAndNothingChanges(
        string file, string part, string better, string problem)
    {
        var before = Files();
        var sheet = Sheet(Better(file, part, better), Better(Prompt, "names.title", "名前とあいさつのことば"));

        var refused = Assert.Throws<LocalProblem>(() => reviewing.Take(sheet));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void GivenATextThatChangedMeanwhile_WhenTheSheetComesBack_ThenItStaysAndIsNamed()
    {
        var sheet = Sheet(Better(Page, "own.title", "わたしのページ"));
        File.WriteAllText(PathOf(Page), WordingFile.With(File.ReadAllText(PathOf(Page)), "own.title", "ページ"));

        reviewing.Take(sheet);

        Assert.Equal("ページ", Text(Page, "own.title"));
        Assert.Contains(
            $"Changed since the sheet was made, and left as it is: {Page}: own.title", told.ToString(), StringComparison.Ordinal);
        Assert.Empty(new ReviewLog(Functions).Read("ja"));
    }

    [Fact]
    public void GivenEveryTextFoundGood_WhenTheSheetComesBack_ThenTheLanguageIsReviewedUntilATextChanges()
    {
        reviewing.Take(Sheet(row => row with { IsGood = true }));
        Assert.Contains("\"ja\": true", File.ReadAllText(PathOf("Texts/reviewed.json")), StringComparison.Ordinal);
        Assert.Contains("\"ko\": false", File.ReadAllText(PathOf("Texts/reviewed.json")), StringComparison.Ordinal);

        File.WriteAllText(
            PathOf("Own/Texts/en.json"), WordingFile.With(File.ReadAllText(PathOf("Own/Texts/en.json")), "own.title", "All about you"));
        reviewing.Take(Sheet());

        Assert.Contains("\"ja\": false", File.ReadAllText(PathOf("Texts/reviewed.json")), StringComparison.Ordinal);
        Assert.EndsWith("1 still unread.", told.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenEveryLanguage_WhenSheetsAreWritten_ThenEachHasAllTextsToFillInAndToRead()
    {
        reviewing.Write(null, folder, new("nowhere"));
        foreach (var language in AppTexts.Shelf.Languages)
        {
            var rows = ReviewSheet.Read(Path.Combine(folder.FullName, $"{language}.xlsx"));
            Assert.Equal(ReviewSheet.Rows(new Wordings(Functions).Of("es"), new HashSet<string>(), _ => "").Count(), rows.Count);
            Assert.All(rows, row => Assert.False(row.IsGood || row.Text.Length == 0 || row.English.Length == 0));
            Assert.Contains(
                $"<h1>{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(Locale.Of(language).OwnName)}</h1>",
                File.ReadAllText(Path.Combine(folder.FullName, $"{language}.html")),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void GivenAMail_WhenItsPartsArePutTogether_ThenItIsTheFile() => Assert.All(
        AppTexts.Shelf.Languages.SelectMany(language => new Wordings(Functions).OfMails(language)),
        mail =>
            Assert.Equal(
                mail.Text.TrimEnd(),
                MailParts.With(mail.Text, MailParts.Of(mail.Text).ToDictionary(part => part.Name, part => part.Text)).TrimEnd()));

    [Theory]
    [InlineData("ja.xlsx", "no .xlsx workbook")]
    [InlineData("xx.xlsx", "There are no texts in 'xx'")]
    [InlineData("ja-missing.xlsx", "there is no file")]
    public void GivenNoSheet_WhenItComesBack_ThenASentenceSaysSo(string name, string expected)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        if (!name.Contains("missing", StringComparison.Ordinal)) File.WriteAllText(file.FullName, "no workbook");
        Assert.Contains(expected, Assert.Throws<LocalProblem>(() => reviewing.Take(file)).Message, StringComparison.Ordinal);
    }

    static Func<ReviewRow, ReviewRow> Better(string file, string part, string text) =>
        row => (row.File, row.Part) == (file, part) ? row with { Better = text } : row;

    static Func<ReviewRow, ReviewRow> Good(string file, string part) =>
        row => (row.File, row.Part) == (file, part) ? row with { IsGood = true } : row;

    /// <summary>As written, filled in by the reviewer and sent back.</summary>
    FileInfo Sheet(params IReadOnlyList<Func<ReviewRow, ReviewRow>> changes)
    {
        reviewing.Write("ja", folder, new("nowhere"));
        var rows = ReviewSheet.Read(Path.Combine(folder.FullName, "ja.xlsx"));
        var back = new FileInfo(Path.Combine(folder.FullName, "ja-back.xlsx"));
        ReviewSheet.Write(back.FullName, rows.Select(row => changes.Aggregate(row, (changed, change) => change(changed))));
        return back;
    }

    Dictionary<string, string> Files() => Directory.EnumerateFiles(Functions, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Functions, file).Replace('\\', '/'), File.ReadAllText);

    string PathOf(string file) => Path.Combine(Functions, file);

    string Text(string file, string key) => new Wordings(Functions).Of("ja").Single(text => (text.File, text.Key) == (file, key)).Text;

    static int Lines(string before, string after) => before.Split('\n').Zip(after.Split('\n')).Count(pair => pair.First != pair.Second);
}
