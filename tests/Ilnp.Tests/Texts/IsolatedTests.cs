using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>Names that run both ways in one list: each by itself, on pages, in mails and in plain text.</summary>
public sealed partial class IsolatedTests
{
    public const string Latin = "Zoë Müller", Arabic = "ليلى حسن", Hebrew = "דנה לוי";

    static readonly string[] All = [Latin, Arabic, Hebrew];

    /// <summary>What mails call lists of people.</summary>
    static readonly string[] Lists = ["partners", "others", "gone", "former", "leads", "receivers", "names", "members"];

    static readonly CohortSettings Cohort = SampleMail.Cohort() with { Languages = [.. AppTexts.Shelf.Languages] };

    public static TheoryData<string> Languages => [.. AppTexts.Shelf.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void GivenNames_WhenListed_ThenEachHasItsOwnElementAndMarksStayInPlainTextOnlyWhereTheyAreNeeded(string language)
    {
        var names = Locale.Of(language).Names(All);

        Assert.Equal(All, Isolated.Parts(names).Where(part => part.IsName).Select(part => part.Text));
        Assert.Equal(Locale.Of(language).List(All), string.Concat(Isolated.Parts(names).Select(part => part.Text)));
        var page = new HtmlParser().ParseDocument(Isolated.Html(names).ToString()!);
        Assert.Equal(All, page.QuerySelectorAll("bdi").Select(element => element.TextContent));
        var disturbing = All.Where(name => Direction.Disturbs(name, language));
        Assert.Equal(disturbing, Marked().Matches(Isolated.Plain(names, language)).Select(match => match.Groups[1].Value));
    }

    [Theory]
    [InlineData("Zoë\u2069\u202E Müller", "Zoë Müller")]
    [InlineData("\u2068Zoë", "Zoë")]
    public void GivenANameThatTurnsTheDirection_WhenListed_ThenItTurnsNothing(string written, string expected) =>
        Assert.Equal(
            [expected, Arabic],
            Isolated.Parts(Locale.Of("en").Names([written, Arabic])).Where(part => part.IsName).Select(part => part.Text));

    [Fact]
    public void GivenOneName_WhenListed_ThenItIsAsItIs() => Assert.Equal(Latin, Locale.Of("en").Names([Latin]));

    [Theory, MemberData(nameof(Languages))]
    public void GivenAnyMailThatNamesSeveral_WhenDrawn_ThenNoElementHoldsTwoNamesAndPlainTextKeepsThemApart(string language)
    {
        var renderer = new MailRenderer(MailParts.Templates);
        var seen = 0;
        foreach (var message in Mails(language))
        {
            var mail = renderer.Render(message, Cohort, new(new("https://ilnp.example.org/u/x"), new("https://ilnp.example.org/l/x")));
            AssertApart(mail.Html, All, message.Template);
            foreach (var name in All.Where(name =>
                Direction.Disturbs(name, language) && Unwrapped(mail.Text).Contains(name, StringComparison.Ordinal)))
            {
                seen++;
                var text = Unwrapped(mail.Text);
                Assert.Equal(Times(text, name), Times(text, $"{Isolated.Begin}{name}{Isolated.End}"));
            }
        }

        Assert.True(seen > 5);
    }

    /// <summary>Who lists names does it by <see cref="Locale.Names"/>.</summary>
    [Fact]
    public void GivenTheSources_WhenNamesAreListed_ThenNoneGoesTheOldWay()
    {
        var sources = Directory.EnumerateFiles(
            Path.Combine(TextShelfTests.RepositoryRoot(), "functions"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));
        Assert.DoesNotContain(sources, file => OldWay().IsMatch(File.ReadAllText(file)));
    }

    /// <summary>No element that keeps a direction apart holds two of the names.</summary>
    internal static void AssertApart(string html, IReadOnlyList<string> names, string where)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).QuerySelectorAll("bdi"))
            Assert.True(
                names.Count(name => element.TextContent.Contains(name, StringComparison.Ordinal)) < 2, $"{where}: {element.TextContent}");
    }

    static IEnumerable<MailMessage> Mails(string language)
    {
        var samples = new MailSamples(AppParts.Of<MailSample>());
        var names = MailParts.Templates.Names.Where(name => language == "en" || !MailParts.Templates.IsForCommittee(name)).ToList();
        return names.Select(name => SampleMail.Of(name, language: language))
            .Concat(names.SelectMany(samples.Of).Select(sample => MailSamples.Message(sample, Cohort.Id, language)))
            .Select(message => message with { Model = Several(message.Model, language) });
    }

    static Dictionary<string, object?> Several(IReadOnlyDictionary<string, object?> model, string language) => model.ToDictionary(
        value => value.Key, value => Lists.Contains(value.Key) && value.Value is string ? Locale.Of(language).Names(All) : value.Value);

    static string Unwrapped(string text) => text.ReplaceLineEndings(" ");

    static int Times(string text, string part) => Regex.Count(text, Regex.Escape(part));

    [GeneratedRegex("\u2068([^\u2069]*)\u2069")]
    private static partial Regex Marked();

    [GeneratedRegex(@"Locale(\.Of\([^)\n]*\))?\.List\([^;\n]*=> \w+\.Name\)|Join\(""[^""]*"", [^;\n]*=> \w+\.Name\)")]
    private static partial Regex OldWay();
}
