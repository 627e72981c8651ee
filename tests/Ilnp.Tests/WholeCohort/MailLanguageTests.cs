using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Ilnp.Mail;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;
using Ilnp.Prompts.Reading;
using Ilnp.Tests.Mail;
using Ilnp.Texts;

namespace Ilnp.Tests.WholeCohort;

/// <summary>Every mail of the whole cohort, read for its language.</summary>
[Collection(WholeCohortRuns.Name)]
public sealed partial class MailLanguageTests(FinishedCohort cohort)
{
    /// <summary>Has people's answers, which are in whatever language they wrote.</summary>
    const string Receipt = "decision-receipt";

    [Fact]
    public void GivenTheCrowd_WhenItApplied_ThenItReadsInAllLanguages() => Assert.Equal(
        FinishedCohort.Settings.Languages.Order(), ToPeople().Select(pair => pair.Person.MailLanguage).Distinct().Order());

    [Fact]
    public void GivenAMailToSomebody_WhenRead_ThenItIsInTheirLanguage() => Assert.All(ToPeople(), pair =>
    {
        var page = new HtmlParser().ParseDocument(pair.Mail.Html).DocumentElement;
        Assert.Equal(
            (pair.Person.MailLanguage, Direction.Of(pair.Person.MailLanguage)), (page.GetAttribute("lang"), page.GetAttribute("dir")));
        Assert.Contains("/language/", pair.Mail.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void GivenAMailInAnotherLanguage_WhenRead_ThenNothingInItIsEnglish()
    {
        var names = Names();
        foreach (var (mail, person) in ToPeople().Where(pair => pair.Person.MailLanguage != "en" && pair.Mail.Entry.Template != Receipt))
        {
            var words = Address.Replace($"{mail.Subject}\n{mail.Text}", "");
            foreach (var name in names.SelectMany(Wrapped)) words = words.Replace(name, "", StringComparison.Ordinal);
            var english = (IsLatin(person.MailLanguage) ? EnglishWord : LatinSentence).Matches(words).Select(match => match.Value).ToList();
            Assert.True(english.Count == 0, $"{mail.Entry.FileName} in {person.MailLanguage}: {string.Join(", ", english)}");
        }
    }

    [Fact]
    public void GivenTheInquiry_WhenRead_ThenItsDatesAreTheReaders() =>
        Assert.All(ToPeople().Where(pair => pair.Mail.Entry.Template == "availability"), pair =>
            Assert.Contains(
                DateText.Day(FinishedCohort.Settings.Dates.Introduce, pair.Person.MailLanguage).Squeezed(),
                pair.Mail.Text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Squeezed(),
                StringComparison.Ordinal));

    [Fact]
    public void GivenAMailToTheCommittee_WhenRead_ThenItIsEnglishAndOffersNoOther()
    {
        var committee = FinishedCohort.Settings.Committee.Select(member => member.Email).ToHashSet();
        Assert.All(cohort.Mails.Where(mail => committee.Contains(mail.To[0].Address)), mail =>
        {
            Assert.Contains("<html lang=\"en\"", mail.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("/language/", mail.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void GivenAMailToSeveral_WhenRead_ThenItIsInALanguageOfAllAndOffersNoOther()
    {
        var people = ByAddress();
        var several = cohort.Mails.Where(mail => mail.To.Count > 1 && mail.To.All(party => people.ContainsKey(party.Address))).ToList();
        Assert.NotEmpty(several);
        Assert.All(several, mail =>
        {
            var shared = FinishedCohort.Settings.SharedLanguage([.. mail.To.Select(party => people[party.Address])]);
            Assert.Contains($"<html lang=\"{shared}\"", mail.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("/language/", mail.Text, StringComparison.Ordinal);
        });
    }

    /// <summary>Mails to one person alone. Certificates may go to other addresses than the person's.</summary>
    IEnumerable<(MailboxMail Mail, Person Person)> ToPeople()
    {
        var people = ByAddress();
        return cohort.Mails.Where(mail => mail.To.Count == 1 && people.ContainsKey(mail.To[0].Address))
            .Select(mail => (mail, people[mail.To[0].Address]));
    }

    Dictionary<string, Person> ByAddress() => cohort.People.Values.GroupBy(person => person.Email, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single(), StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands in a mail as it is, longest first so that none hides in another.</summary>
    List<string> Names() =>
    [
        .. cohort.People.Values.Select(person => FillIns.OneLine(person.Name))
            .Concat(
                cohort.People.Values.SelectMany(person => person.Interests.Append(person.LibraryType ?? ""))
                    .Select(code => code.Replace('-', ' ')))
            .Concat(cohort.Mails.Where(mail => mail.Entry.Template == "certificate").Select(mail => mail.To[0].Name))
            .Concat(FinishedCohort.Settings.Of<PromptSettings>().Articles.Select(article => article.Title))
            .Concat(cohort.People.Values.Select(person => person.TimeZone ?? ""))
            .Concat(FinishedCohort.Settings.Committee.Select(member => member.Name))
            .Concat(FinishedCohort.Settings.Texts.Values).Append(FinishedCohort.Settings.Name)
            .Concat(FinishedCohort.Settings.Languages.Select(language => Locale.Of(language).OwnName))
            .Where(name => name.Length > 1).Distinct().OrderByDescending(name => name.Length),
    ];

    /// <summary>As it stands in one line, and in two.</summary>
    static IEnumerable<string> Wrapped(string name) => Enumerable.Range(0, name.Length).Where(at => name[at] == ' ')
        .SelectMany(at => new[] { "\n", "\n  " }.Select(end => name[..at] + end + name[(at + 1)..])).Prepend(name);

    static bool IsLatin(string language) => language is "es" or "pt" or "fr";

    [GeneratedRegex(@"https?://\S+|[^\s<>()]+@[^\s<>()]+")]
    private static partial Regex Address { get; }

    /// <summary>Two Latin words in a row.</summary>
    [GeneratedRegex(@"[A-Za-z]{2,}[ ,.'’-]+[A-Za-z]{2,}")]
    private static partial Regex LatinSentence { get; }

    /// <summary>Words that are in most English sentences, and in none of the other three.</summary>
    [GeneratedRegex(
        @"\b(?:the|and|your|you|with|this|was|we|January|February|March|April|June|July|August|September|Monday|Friday|Sunday)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord { get; }
}
