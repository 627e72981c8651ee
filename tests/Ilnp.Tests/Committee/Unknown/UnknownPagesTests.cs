using System.Net;
using System.Text;
using Ilnp.Committee.Acts;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Understanding;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Import;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Committee.Unknown;

/// <summary>What was not understood, settled once for everybody.</summary>
public sealed class UnknownPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenPeopleHeldBackByOneWord_WhenALeadSaysWhatItMeans_ThenAllComeInAndEachHearsOfItOnce()
    {
        var visit = await UnknownVisit.BeginAsync(
            web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"), ImportVisit.Row(3, "Bao Vu", "WAKONDA!"), ImportVisit.Row(4, "Luc Morel"));
        var list = await visit.PageAsync(visit.List);
        var before = await visit.MailsAsync("application-received", "Rosa Quispe");
        var word = await visit.PageAsync(visit.PathOf(WordKind.Country, "wakonda"));
        var action = UnknownVisit.Action(word);

        var pressed = await visit.PostAsync(action, ("value", "RDC"), ("say", "set"));
        var again = await visit.PostAsync(action, ("value", "RDC"), ("say", "set"));

        Assert.Matches("(?s)<strong>Wakonda</strong> \\(country\\): 2 people.*Read as country, in “Country”.*Rosa Quispe", list);
        Assert.Contains("2 are held back by it.", word, StringComparison.Ordinal);
        Assert.Contains("Also written: WAKONDA!", word, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, 1), (pressed.Status, again.Status, before));
        foreach (var name in new[] { "Rosa Quispe", "Bao Vu" })
        {
            var person = await visit.PersonAsync(name);
            Assert.Equal(
                ("CD", Standing.Eligible, "Africa/Kinshasa", 2),
                (person.Country, person.Standing, person.TimeZone, await visit.MailsAsync("application-received", name)));
        }

        Assert.Equal(1, await visit.MailsAsync("application-received", "Luc Morel"));
        Assert.DoesNotContain("Wakonda", await visit.PageAsync(visit.List), StringComparison.Ordinal);
        Assert.Contains("Zoë Müller said on", await visit.PageAsync($"{visit.List}?show=settled"), StringComparison.Ordinal);
        var act = Assert.Single(
            await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, UnknownVisit.WordOf(WordKind.Country, "Wakonda")));
        Assert.Equal(
            ("lead", "set", true, new FieldChange("country", "", "CD")),
            (act.MemberId, act.Action, act.IsDone, Assert.Single(act.Changes!)));
    }

    [Fact]
    public async Task GivenAWordThatWasUnderstood_WhenItComesAgain_ThenEveryWayInKnowsIt()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"));
        await visit.SayAsync(WordKind.Country, "Wakonda", "Congo - Kinshasa");
        var (_, path) = await ImportVisit.ChooseAsync(
            web, visit.Cohort, visit.Cookie, ImportVisit.File(ImportVisit.Row(5, "Bao Vu", "wakonda")));

        var preview = await visit.PageAsync(path);
        await visit.ImportAsync(ImportVisit.Row(5, "Bao Vu", "wakonda"));
        await visit.TakeAsync(web, Message("Luc Morel", "Wakonda"));

        Assert.DoesNotContain("rows with something not understood", preview, StringComparison.Ordinal);
        foreach (var name in new[] { "Bao Vu", "Luc Morel" })
            Assert.Equal(
                ("CD", Standing.Eligible), (await visit.PersonAsync(name)) is var person ? (person.Country, person.Standing) : default);
        Assert.Equal(1, await visit.MailsAsync("application-received", "Bao Vu"));
        Assert.Contains("3 people", await visit.PageAsync($"{visit.List}?show=settled"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAWordThatWasUnderstood_WhenItIsTakenBack_ThenWhoeverCameInByItIsHeldBackAgainWithoutAMail()
    {
        var visit = await UnknownVisit.BeginAsync(
            web,
            ImportVisit.Row(2, "Rosa Quispe", "Wakonda"),
            ImportVisit.Row(3, "Bao Vu", "Wakonda"),
            ImportVisit.Row(4, "Luc Morel", "Wakonda"));
        await visit.SayAsync(WordKind.Country, "Wakonda", "RDC");
        var asked = await visit.PersonAsync("Bao Vu");
        await web.Get<PeopleStore>().UpdateAsync(visit.Cohort, asked.PersonId, person => person with { Standing = Standing.Asked });
        await web.Get<PeopleStore>().UpdateAsync(
            visit.Cohort, (await visit.PersonAsync("Luc Morel")).PersonId, person => person with { IsCountrySet = true });

        await visit.PressAsync(visit.PathOf(WordKind.Country, "Wakonda"), ("say", "take-back"));

        var person = await visit.PersonAsync("Rosa Quispe");
        Assert.Equal(
            ("ZZ", Standing.HeldBack, ReasonCode.UnknownCountry, null),
            (person.Country, person.Standing, Assert.Single(person.Reasons), person.TimeZone));
        Assert.Equal(("CD", Standing.Asked), (await visit.PersonAsync("Bao Vu")) is var other ? (other.Country, other.Standing) : default);
        Assert.Equal(("CD", Standing.Eligible), (await visit.PersonAsync("Luc Morel")) is var set ? (set.Country, set.Standing) : default);
        Assert.Equal(2, await visit.MailsAsync("application-received", "Rosa Quispe"));
        Assert.Contains("Wakonda", await visit.PageAsync(visit.List), StringComparison.Ordinal);

        await visit.SayAsync(WordKind.Country, "Wakonda", "RDC");
        Assert.Equal(
            (Standing.Eligible, 2),
            ((await visit.PersonAsync("Rosa Quispe")).Standing, await visit.MailsAsync("application-received", "Rosa Quispe")));
        Assert.Equal(3, (await web.Get<MeaningStore>().FindAsync(visit.Cohort, UnknownVisit.WordOf(WordKind.Country, "Wakonda")))!.Version);
    }

    [Fact]
    public async Task GivenAMeaningThatIsSaidOtherwiseAndOnceMoreAsBefore_WhenTheMailsAreRead_ThenTheLastSaysWhatIsTrue()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"));

        foreach (var country in new[] { "Peru", "Chile", "Peru" })
        {
            await visit.SayAsync(WordKind.Country, "Wakonda", country);
            await visit.PressAsync(visit.PathOf(WordKind.Country, "Wakonda"), ("say", "take-back"));
        }

        Assert.Equal(1 + 3, await visit.MailsAsync("application-received", "Rosa Quispe"));
    }

    [Fact]
    public async Task GivenTwoWhoDecideAtOnce_WhenTheSecondPresses_ThenTheyAreToldAndTheFirstCounts()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"));
        var path = visit.PathOf(WordKind.Country, "Wakonda");
        var (first, second) = (UnknownVisit.Action(await visit.PageAsync(path)), UnknownVisit.Action(await visit.PageAsync(path)));

        var one = await visit.PostAsync(first, ("value", "Peru"), ("say", "set"));
        var other = await visit.PostAsync(second, ("value", "Chile"), ("say", "set"));
        var left = await visit.PostAsync(second, ("say", "leave-out"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (one.Status, other.Status, left.Status));
        Assert.Contains("Somebody was first", other.Html, StringComparison.Ordinal);
        Assert.Equal("PE", (await visit.PersonAsync("Rosa Quispe")).Country);
        Assert.Contains("Peru", await visit.PageAsync(path), StringComparison.Ordinal);
        Assert.Single(await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, UnknownVisit.WordOf(WordKind.Country, "Wakonda")));
    }

    [Fact]
    public async Task GivenALanguageThatNobodyKnew_WhenItIsSaid_ThenItStandsInItsPlaceAndNobodyIsWrittenTo()
    {
        var visit = await UnknownVisit.BeginAsync(
            web, ImportVisit.Row(2, "Rosa Quispe", "Peru", "\"Spanish, Zzyva, English\""), ImportVisit.Row(3, "Bao Vu", "Peru", "Brrrish"));
        Assert.Equal(["es", "en"], (await visit.PersonAsync("Rosa Quispe")).Languages);

        var wrong = await visit.SayAsync(WordKind.Language, "Zzyva", "Nonsense");
        await visit.SayAsync(WordKind.Language, "Zzyva", "quechua");
        await visit.PressAsync(visit.PathOf(WordKind.Language, "Brrrish"), ("say", "leave-out"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("We do not know one of these languages", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(["es", "qu", "en"], (await visit.PersonAsync("Rosa Quispe")).Languages);
        Assert.Equal(1, await visit.MailsAsync("application-received", "Rosa Quispe"));
        Assert.Contains("Everything that came in is understood", await visit.PageAsync(visit.List), StringComparison.Ordinal);
        Assert.Contains("none of these, left out", await visit.PageAsync($"{visit.List}?show=settled"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyWhoseCountryALeadSet_WhenTheWordIsUnderstood_ThenTheirsStaysAndTheyGetNoMail()
    {
        var visit = await UnknownVisit.BeginAsync(
            web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"), ImportVisit.Row(3, "Bao Vu", "Wakonda"));
        var rosa = await visit.PersonAsync("Rosa Quispe");
        var about = Ilnp.Committee.People.Actions.Correct.VersionOf(rosa);
        await visit.PostAsync(
            $"/cohorts/{visit.Cohort}/people/{rosa.PersonId}/do/correct?press=1&about={about}",
            ("name", rosa.Name), ("email", rosa.Email), ("country", "Ghana"), ("language", "Español"), ("sure", "1"));
        await visit.ImportAsync(ImportVisit.Row(9, "Bao Vu", "Vietnam"));

        await visit.SayAsync(WordKind.Country, "Wakonda", "RDC");

        Assert.Equal(("GH", "VN"), ((await visit.PersonAsync("Rosa Quispe")).Country, (await visit.PersonAsync("Bao Vu")).Country));
        Assert.Equal(
            (1, 2),
            (await visit.MailsAsync("application-received", "Rosa Quispe"), await visit.MailsAsync("application-received", "Bao Vu")));
    }

    [Fact]
    public async Task GivenSomebodyHeldBack_WhenTheirPageAndTheOverviewAreRead_ThenBothSayWhyAndLeadToThePlace()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"), ImportVisit.Row(3, "Bao Vu", ""));
        var word = visit.PathOf(WordKind.Country, "Wakonda");
        var liaison = new UnknownVisit(web, visit.Cohort, await CommitteeVisit.SignInAsync(web, visit.Cohort, "liaison"));
        var (rosa, bao) = (await visit.PersonAsync("Rosa Quispe"), await visit.PersonAsync("Bao Vu"));

        var overview = await visit.PageAsync($"/cohorts/{visit.Cohort}");
        var page = await visit.PageAsync($"/cohorts/{visit.Cohort}/people/{rosa.PersonId}");
        var without = await visit.PageAsync($"/cohorts/{visit.Cohort}/people/{bao.PersonId}");

        Assert.Contains("2 answers were not understood.", overview, StringComparison.Ordinal);
        Assert.Contains("2 people are held back until it is known.", overview, StringComparison.Ordinal);
        Assert.Contains($"href=\"{visit.List}\"", overview, StringComparison.Ordinal);
        Assert.Matches($"the country is not known<span>. <a href=\"{word}\">Settle it</a>", page);
        Assert.Contains("/do/correct?press=", without[..without.IndexOf("Settle it", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains(
            "held back: the country is not known", await visit.PageAsync($"/cohorts/{visit.Cohort}/people"), StringComparison.Ordinal);
        Assert.Matches("(?s)No country was given.*Bao Vu", await visit.PageAsync(visit.List));
        Assert.DoesNotContain(
            "Settle it", await liaison.PageAsync($"/cohorts/{visit.Cohort}/people/{rosa.PersonId}"), StringComparison.Ordinal);

        await visit.SayAsync(WordKind.Country, "Wakonda", "RDC");
        Assert.Contains("One answer was not understood.", await visit.PageAsync($"/cohorts/{visit.Cohort}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnUnreadableAddress_WhenALeadSetsIt_ThenThePersonIsThereAndIsWrittenToOnce()
    {
        var row = ImportVisit.Row(2, "Rosa Quispe", "Wakonda")
            .Replace("rosa.quispe@library.example", "rosa at library", StringComparison.Ordinal);
        var visit = await UnknownVisit.BeginAsync(web, row);
        var path = AddressPath(visit, await visit.PageAsync(visit.List));
        var action = UnknownVisit.Action(await visit.PageAsync(path));

        var wrong = await visit.PostAsync(action, ("email", "rosa@librаry.example")); // with a Cyrillic letter
        await visit.PostAsync(action, ("email", "rosa@library.example"));
        await visit.PostAsync(action, ("email", "rosa@library.example"));
        await visit.SayAsync(WordKind.Country, "Wakonda", "Peru");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var person = await visit.PersonAsync("Rosa Quispe");
        Assert.Equal(("rosa@library.example", "PE", Standing.Eligible), (person.Email, person.Country, person.Standing));
        Assert.Equal(2, await visit.MailsAsync("application-received", "Rosa Quispe"));
        Assert.DoesNotContain("Nobody can be written to", await visit.PageAsync(visit.List), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, path, visit.Cookie)).Status);
        var act = Assert.Single(await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, $"address-{path.Split('/')[^1]}"));
        Assert.Equal(("address", null), (act.Action, act.Changes));
    }

    [Fact]
    public async Task GivenAMessageThatCannotBeRead_WhenItIsPutAside_ThenItStaysToBeFoundAndNothingOfItIsRun()
    {
        var visit = await UnknownVisit.BeginAsync(web);
        var id = await visit.TakeAsync(web, "<script>alert(1)</script>");
        var path = $"{visit.List}/messages/{id}";
        var (_, html) = await CommitteeVisit.GetAsync(web, path, visit.Cookie);
        var action = UnknownVisit.Action(WebUtility.HtmlDecode(html));

        var read = await visit.PostAsync(action, ("do", "read-again"));
        var seen = await visit.PressAsync(path, ("do", "seen"));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script", html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (read.Status, seen.Status));
        Assert.DoesNotContain("could not be read", await visit.PageAsync(visit.List), StringComparison.Ordinal);
        Assert.Matches("(?s)could not be read.*Seen by Zoë Müller", await visit.PageAsync($"{visit.List}?show=settled"));
        await visit.PressAsync(path, ("do", "read-again"));
        Assert.Contains("Seen by Zoë Müller", await visit.PageAsync($"{visit.List}?show=settled"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMessageThatCouldNotBeRead_WhenItCanBeNow_ThenAPressTakesItIn()
    {
        var visit = await UnknownVisit.BeginAsync(web);
        var id = await visit.TakeAsync(web, Message("Luc Morel", "Peru"));
        await web.Get<ApplicationStore>().UpdateAsync(
            await web.Get<ApplicationStore>().GetAsync(visit.Cohort, id), _ => Unread(visit.Cohort, id));
        await web.Get<IntakeProblemStore>().NoteOnceAsync(new()
        {
            CohortId = visit.Cohort,
            ProblemId = $"message-{id}",
            Provider = FormProvider.Own.Name,
            ApplicationId = id,
            Words = "A signed message could not be read.",
            FoundAt = web.Clock.Now,
        });

        await visit.PressAsync($"{visit.List}/messages/{id}", ("do", "read-again"));

        Assert.Equal(ApplicationOutcome.Received, (await web.Get<ApplicationStore>().GetAsync(visit.Cohort, id)).Outcome);
        Assert.Equal(1, await visit.MailsAsync("application-received", "Luc Morel"));
        Assert.DoesNotContain("could not be read", await visit.PageAsync(visit.List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMeaningSaidWhileAnApplicationWasTakenIn_WhenItsReadingIsOver_ThenItCounts()
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"));
        var application = Assert.Single(await web.Get<ApplicationStore>().ListAsync(visit.Cohort));
        await web.Get<MeaningStore>().TrySayAsync(new()
        {
            CohortId = visit.Cohort,
            WordId = UnknownVisit.WordOf(WordKind.Country, "Wakonda"),
            Kind = WordKind.Country,
            Spelling = "Wakonda",
            Code = "CD",
            MemberId = "lead",
            At = web.Clock.Now,
            Version = 1,
        });

        await web.Get<SecondReading>().OfWaitingAsync(await web.Get<CohortStore>().GetAsync(visit.Cohort), [application], default);

        Assert.Equal(
            ("CD", Standing.Eligible),
            (await visit.PersonAsync("Rosa Quispe")) is var person ? (person.Country, person.Standing) : default);
    }

    [Fact]
    public async Task GivenWordsOfSomebodyWhoIsErased_WhenOthersWroteOneOfThem_ThenOnlyThatOneIsStillKnown()
    {
        var visit = await UnknownVisit.BeginAsync(
            web,
            ImportVisit.Row(2, "Rosa Quispe", "Wakonda", "Zzyva of the house where Rosa lives"),
            ImportVisit.Row(3, "Bao Vu", "Wakonda"));
        await visit.SayAsync(WordKind.Country, "Wakonda", "RDC");
        await visit.SayAsync(WordKind.Language, "Zzyva of the house where Rosa lives", "Quechua");
        var kind = web.Services.GetServices<IPersonalData>().Single(kind => kind.What.Name == "meanings");
        var (rosa, bao) = (
            new DataSubject(visit.Cohort, (await visit.PersonAsync("Rosa Quispe")).PersonId),
            new DataSubject(visit.Cohort, (await visit.PersonAsync("Bao Vu")).PersonId));
        var shown = await kind.ExportAsync(rosa, web.Get<Ilnp.Texts.TextShelf>().In("en"), default);

        for (var run = 0; run < 2; run++) await kind.EraseAsync(rosa, default);
        Assert.Equal(["Congo - Kinshasa", "Quechua"], shown.Select(held => held.Lines[1].Value).Order());
        Assert.Equal("Wakonda", Assert.Single(await web.Get<MeaningStore>().ListAsync(visit.Cohort)).Spelling);

        foreach (var data in web.Services.GetServices<IPersonalData>().Where(data => data.What.Places.Contains("table Applications")))
            await data.EraseAsync(rosa, default);
        await kind.EraseAsync(bao, default);
        Assert.Empty(await web.Get<MeaningStore>().ListAsync(visit.Cohort));
    }

    [Theory]
    [InlineData("liaison", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.SeeOther)]
    public async Task GivenSomebodyWhoIsNoLead_WhenTheyLookOrPress_ThenNothingIsShownOrDone(string? member, HttpStatusCode expected)
    {
        var visit = await UnknownVisit.BeginAsync(web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"));
        var word = visit.PathOf(WordKind.Country, "Wakonda");
        var cookie = member is null ? null : await CommitteeVisit.SignInAsync(web, visit.Cohort, member);

        foreach (var path in new[] { visit.List, word, $"{visit.List}/addresses/x", $"{visit.List}/messages/x" })
        {
            var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
            Assert.Equal(expected, status);
            Assert.DoesNotContain("Wakonda", html, StringComparison.Ordinal);
        }

        var pressed = await new UnknownVisit(web, visit.Cohort, cookie ?? "none=1")
            .PostAsync($"{word}?press=1&about=0", ("value", "Peru"), ("say", "set"));
        Assert.Equal(member is null ? HttpStatusCode.Unauthorized : expected, pressed.Status);
        Assert.Equal("ZZ", (await visit.PersonAsync("Rosa Quispe")).Country);
        Assert.Empty(await web.Get<MeaningStore>().ListAsync(visit.Cohort));
    }

    static string AddressPath(UnknownVisit visit, string page)
    {
        var from = page[page.IndexOf($"{visit.List}/addresses/", StringComparison.Ordinal)..];
        return from[..from.IndexOf('"', StringComparison.Ordinal)];
    }

    static Application Unread(string cohort, string id) => new()
    {
        CohortId = cohort,
        ApplicationId = id,
        Provider = FormProvider.Own.Name,
        AppliedAt = new(2020, 3, 5, 0, 0, 0, TimeSpan.Zero),
        ReceivedAt = new(2020, 3, 5, 0, 0, 0, TimeSpan.Zero),
        Outcome = ApplicationOutcome.Unreadable,
    };

    static string Message(string name, string country) => Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new
    {
        formId = "f",
        responseId = name,
        submittedAt = "2020-03-09T10:00:00Z",
        answers = new[]
        {
            new { title = "Email", value = $"{name.ToLowerInvariant().Replace(' ', '.')}@library.example" },
            new { title = "Full name", value = name },
            new { title = "Country", value = country }, new { title = "Languages", value = "Spanish" },
        },
    }));
}
