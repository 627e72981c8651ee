using AngleSharp.Html.Parser;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Texts;

namespace Ilnp.Tests.WholeCohort;

/// <summary>Every mail of the whole cohort, read for its language.</summary>
[Collection(WholeCohortRuns.Name)]
public sealed class MailLanguageTests(FinishedCohort cohort)
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
    public void GivenAMailToSomebodyFarAway_WhenRead_ThenItsMomentsAreNotThoseOfTheCohortsZone()
    {
        var far = ToPeople().Where(pair => FinishedCohort.Settings.ZoneOf(pair.Person) != FinishedCohort.Settings.TimeZone).ToList();
        Assert.NotEmpty(far);
        Assert.All(far, pair => Assert.DoesNotContain(
            Locale.Of(pair.Person.MailLanguage).Zone(FinishedCohort.Settings.TimeZone).Squeezed(), pair.Mail.Text.Squeezed(),
            StringComparison.Ordinal));
    }

    [Fact]
    public void GivenAMailInAnotherLanguage_WhenRead_ThenNothingInItIsEnglish()
    {
        var left = new EnglishLeft(cohort);
        foreach (var (mail, person) in ToPeople().Where(pair => pair.Person.MailLanguage != "en" && pair.Mail.Entry.Template != Receipt))
        {
            var english = left.In($"{mail.Subject}\n{mail.Text}", person.MailLanguage);
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
}
