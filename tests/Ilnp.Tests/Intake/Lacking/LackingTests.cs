using System.Net;
using Ilnp.Approvals;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Lacking;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Committee.Import;
using Ilnp.Tests.Committee.Unknown;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Intake.Lacking;

/// <summary>What whoever is held back by a country or languages that nobody could read says themselves, when the form is closed.</summary>
public sealed class LackingTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenAnUnknownCountryAfterTheClosingDay_WhenThePersonSaysIt_ThenTheyAreInAndAreAskedNoMore()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Ida Lost", "Wakonda", "English"));
        var ida = await visit.PersonAsync("Ida Lost");
        var cookie = await OwnVisit.OpenAsync(web, visit.Cohort, ida.PersonId);
        Assert.Contains("could not read your country", await PageAsync(cookie), StringComparison.Ordinal);

        var link = await OwnVisit.PressAsync(web, cookie, "application", "lacks-country");
        Assert.Contains("We do not know this country", await SayAsync(link, ("country", "Wakonda")), StringComparison.Ordinal);
        Assert.Equal(Standing.HeldBack, (await visit.PersonAsync("Ida Lost")).Standing);
        await SayAsync(link, ("country", "Perú"));

        ida = await visit.PersonAsync("Ida Lost");
        Assert.Equal(("PE", true, Standing.Eligible), (ida.Country, ida.IsCountrySet, ida.Standing));
        Assert.DoesNotContain("could not read your country", await PageAsync(cookie), StringComparison.Ordinal);
        Assert.Contains("Thank you. The country is noted", await web.Client.GetStringAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenLanguagesThatNobodyKnows_WhenThePersonSaysThemAndALeadSaysOthers_ThenThePersonsOwnStay()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Tuvok Vulcan", "Peru", "Klingonese"));
        var person = await visit.PersonAsync("Tuvok Vulcan");
        Assert.Empty(person.Languages);
        var cookie = await OwnVisit.OpenAsync(web, visit.Cohort, person.PersonId);

        var link = await OwnVisit.PressAsync(web, cookie, "application", "lacks-languages");
        await SayAsync(link, ("languages", "Quechua"), ("languages", "español"));
        await visit.SayAsync(WordKind.Language, "Klingonese", "German");

        person = await visit.PersonAsync("Tuvok Vulcan");
        Assert.Equal(["qu", "es"], person.Languages);
        Assert.Equal(Standing.Eligible, person.Standing);
    }

    [Fact]
    public async Task GivenSomebodyWhoWasAskedToTakePartMeanwhile_WhenTheyOpenTheQuestion_ThenItIsOverAndChangesNothing()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Otto Slow", "Wakonda", "English"));
        var otto = await visit.PersonAsync("Otto Slow");
        var cookie = await OwnVisit.OpenAsync(web, visit.Cohort, otto.PersonId);
        var link = await OwnVisit.PressAsync(web, cookie, "application", "lacks-country");
        await web.Get<PeopleStore>().UpdateAsync(
            visit.Cohort, otto.PersonId, person => person with { Country = "CL", Standing = Standing.Asked, Reasons = [] });

        Assert.Contains("has gone on without this answer", await web.Client.GetStringAsync(link), StringComparison.Ordinal);
        await SayAsync(link, ("country", "Peru"));

        Assert.Equal("CL", (await visit.PersonAsync("Otto Slow")).Country);
    }

    [Theory]
    [InlineData(-1, "PE")]
    [InlineData(1, "ZZ")]
    public async Task GivenAnAnswerThatIsCarriedOutAgain_WhenThePersonAppliedSince_ThenTheNewApplicationCounts(int hours, string country)
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Ann Twice", "Wakonda", "English"));
        var ann = await visit.PersonAsync("Ann Twice");
        var cookie = await OwnVisit.OpenAsync(web, visit.Cohort, ann.PersonId);
        var link = await OwnVisit.PressAsync(web, cookie, "application", "lacks-country");
        await SayAsync(link, ("country", "Peru"));
        var said = Assert.Single(await web.Get<DecisionStore>().ListAsync(visit.Cohort, "lacks-country-"));
        ann = ann with { AnswersVersionAt = said.AnsweredAt!.Value.AddHours(hours) };

        var lacking = Lack.All.Single(one => one.Form.Name == "lacks-country");
        Assert.Equal(country, lacking.Said(ann, said).Country);
    }

    [Fact]
    public async Task GivenAFileAfterTheClosingDay_WhenItsPeopleAreTold_ThenNobodyReadsThatApplicationsAreOpen()
    {
        var visit = await UnknownVisit.BeginAsync(
            web, ImportVisit.Row(2, "Una Unclear", "Wakonda", "English"), ImportVisit.Row(3, "Carl Clear", "Ghana", "English"));
        var mails = new[] { await MailToAsync(visit, "Una Unclear"), await MailToAsync(visit, "Carl Clear") };

        Assert.All(mails, mail => Assert.Contains("Applications have closed", mail, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("Is something wrong? Answer this mail.", mail, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain("until Tuesday, 31 March 2020", mail, StringComparison.Ordinal));
        Assert.Contains("say it on your own page", mails[0], StringComparison.Ordinal);
    }

    async Task<string> PageAsync(string cookie) => (await CommitteeVisit.GetAsync(web, "/me", cookie)).Html;

    async Task<string> SayAsync(string link, params (string Name, string Value)[] fields)
    {
        using var answer = await web.Client.PostAsync(
            link, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    async Task<string> MailToAsync(UnknownVisit visit, string name)
    {
        var person = await visit.PersonAsync(name);
        foreach (var entry in web.Mails("application-received"))
            if (await web.Get<LocalMailbox>().ReadAsync(entry.FileName) is { } mail && mail.To[0].Address == person.Email)
                return string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        throw new InvalidOperationException($"No mail to {name}.");
    }
}
