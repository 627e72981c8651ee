using System.Net;
using Ilnp.Committee.People.Actions;
using Ilnp.Intake.Answers;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Import;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Unknown;

/// <summary>What whoever is held back by an unknown country hears, and what the committee reads and can do meanwhile.</summary>
public sealed class HeldBackTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenAnUnknownCountry_WhenToldOfTheApplication_ThenThereIsSomethingToDoAndAWayToOnesOwnPage()
    {
        await UnknownVisit.BeginAsync(
            web, ImportVisit.Row(2, "Ada Unclear", "Wakonda", "English"), ImportVisit.Row(3, "Ben Clear", "Ghana", "English"));

        var (unclear, clear) = (await MailToAsync("Ada Unclear"), await MailToAsync("Ben Clear"));

        Assert.Contains("we cannot look for a partner for you", unclear, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing you need to do", unclear, StringComparison.Ordinal);
        Assert.Contains("nothing you need to do", clear, StringComparison.Ordinal);
        Assert.Contains("/me/link/", unclear, StringComparison.Ordinal);
        Assert.Contains("/me/link/", clear, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnUnknownCountry_WhenSomethingElseIsCorrected_ThenItNeedsNoCountry()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"));
        var rosa = await visit.PersonAsync("Rosa Quispe");

        Assert.DoesNotContain(">ZZ<", await visit.PageAsync($"/cohorts/{visit.Cohort}/people"), StringComparison.Ordinal);
        (string, string)[] fields = [("name", "Rosa Quispe Mamani"), ("email", rosa.Email), ("country", ""), ("language", "English")];
        var (status, _) = await visit.PostAsync(
            $"/cohorts/{visit.Cohort}/people/{rosa.PersonId}/do/correct?press=1&about={Correct.VersionOf(rosa)}",
            [.. fields, ("sure", "1")]);

        Assert.Equal(HttpStatusCode.SeeOther, status);
        var corrected = await visit.PersonAsync("Rosa Quispe Mamani");
        Assert.Equal((Standing.HeldBack, "ZZ", false), (corrected.Standing, corrected.Country, corrected.IsCountrySet));
    }

    [Fact]
    public async Task GivenSomebodyHeldBackByTheCountry_WhenTheirLanguageIsNotKnownEither_ThenOnlyTheCountryHoldsThemBack()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda", "English; Klingonese"));

        Assert.Contains(
            "One is held back by it.", await visit.PageAsync(visit.PathOf(WordKind.Country, "Wakonda")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "held back by it", await visit.PageAsync(visit.PathOf(WordKind.Language, "Klingonese")), StringComparison.Ordinal);
    }

    async Task<string> MailToAsync(string name)
    {
        foreach (var entry in web.Mails("application-received"))
            if (await web.Get<LocalMailbox>().ReadAsync(entry.FileName) is { } mail && mail.To[0].Name == name)
                return string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        throw new InvalidOperationException($"No mail to {name}.");
    }
}
