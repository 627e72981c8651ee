using AngleSharp.Html.Parser;
using Ilnp.Mail.Rendering;
using Ilnp.Tests.Texts;
using Ilnp.Texts;

namespace Ilnp.Tests.Mail.Rendering;

/// <summary>Participants' mails in every language: subjects, plurals, directions, and the way to another language.</summary>
public sealed class TranslatedMailTests
{
    /// <summary>RFC 5322: a header line should have no more.</summary>
    const int LongestSubject = 78;

    const char Isolate = '\u2068';

    static readonly MailRenderer Renderer = new(MailParts.Templates);
    static readonly string[] All = [.. AppTexts.Shelf.Languages];

    public static TheoryData<string> Languages => [.. All];

    [Theory, MemberData(nameof(Languages))]
    public void GivenTypicalValues_WhenRendered_ThenSubjectsFitOneLine(string language)
    {
        foreach (var template in Participants())
        {
            var mail = Renderer.Render(SampleMail.Of(template, language: language), SampleMail.Cohort() with { Name = "ILNP 2020" });
            Assert.True(mail.Subject.Length < LongestSubject, $"{template}.{language}: {mail.Subject}");
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void GivenAPersonsMail_WhenRendered_ThenItOffersTheOtherLanguagesByTheirOwnNames(string language)
    {
        var cohort = SampleMail.Cohort() with { Languages = All };
        var link = MailParts.Languages.For(cohort.Id, "P1", DateTimeOffset.UnixEpoch);
        var mail = Renderer.Render(SampleMail.Of("pulse", language: language), cohort, new(null, link));

        var line = new HtmlParser().ParseDocument(mail.Html).QuerySelector($"a[href='{link.AbsoluteUri}']")!;
        Assert.Equal(All.Where(code => code != language), line.QuerySelectorAll("bdi").Select(name => name.GetAttribute("lang")));
        Assert.Equal(
            All.Where(code => code != language).Select(code => Locale.Of(code).OwnName),
            line.QuerySelectorAll("bdi").Select(name => name.TextContent));
        Assert.Contains($"\n{link.AbsoluteUri}\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenACohortOfOneLanguage_WhenRendered_ThenNoOtherIsOffered()
    {
        var link = MailParts.Languages.For("c", "P1", DateTimeOffset.UnixEpoch);
        Assert.DoesNotContain(
            link.AbsoluteUri, Renderer.Render(SampleMail.Of("pulse"), SampleMail.Cohort(), new(null, link)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 1, "1 month")]
    [InlineData("en", 4, "4 months")]
    [InlineData("ru", 4, "4 месяца")]
    [InlineData("ru", 5, "5 месяцев")]
    [InlineData("fr", 1, "1 mois")]
    public void GivenANumber_WhenTheMailCountsIt_ThenItTakesTheLanguagesForm(string language, int months, string expected)
    {
        var model = new Dictionary<string, object?>(SampleMail.Models["availability"]) { ["months"] = months, ["begun"] = false };
        Assert.Contains(
            expected,
            Renderer.Render(SampleMail.Of("availability", language: language) with { Model = model }, SampleMail.Cohort()).Text.Unwrapped(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnArabicMail_WhenRendered_ThenLatinNamesAreIsolatedAndAddressesOfPagesAreWhole()
    {
        var mail = Renderer.Render(SampleMail.Of("introduction", language: "ar"), SampleMail.Cohort());

        Assert.Contains($"{Isolate}María José Núñez\u2069", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains($"{Isolate}abdallah@example.eg\u2069", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.All(
            mail.Text.Split('\n').Where(line => line.Contains("https://", StringComparison.Ordinal)),
            line => Assert.StartsWith("https://", line, StringComparison.Ordinal));
        Assert.DoesNotContain(Isolate, mail.Subject);
        var page = new HtmlParser().ParseDocument(mail.Html);
        Assert.Contains(page.QuerySelectorAll("bdi"), name => name.TextContent == "María José Núñez");
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.DoesNotContain("letter-spacing", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenTheCommitteesTranslations_WhenRendered_ThenTheirNamesStandInThem()
    {
        var cohort = SampleMail.Cohort() with
        {
            Languages = ["en", "es"],
            Translations = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["es"] = new Dictionary<string, string> { ["programme"] = "RIB 2020" },
            },
        };
        Assert.Contains(
            "RIB 2020", Renderer.Render(SampleMail.Of("availability", language: "es"), cohort).Subject, StringComparison.Ordinal);
        Assert.Contains("ILNP Spring 2020", Renderer.Render(SampleMail.Of("availability"), cohort).Subject, StringComparison.Ordinal);
    }

    static IEnumerable<string> Participants() => MailParts.Templates.Names.Where(name => !MailParts.Templates.IsForCommittee(name));
}
