using System.Net;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Actions;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.People;

/// <summary>A person's page, and each thing that the committee does there.</summary>
public sealed class PersonPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenAnAddressThatBounced_WhenALeadCorrectsIt_ThenItIsShownFirstAndDoneByTheSecondPressWithAnAudit()
    {
        var (cohort, cookie) = await CohortAsync(Standing.Eligible);
        var (path, fields) = await CorrectionAsync(cohort, ("email", "new@library.example"));

        var (shown, preview) = await PostAsync(path, cookie, fields);
        Assert.Equal("p1@library.example", (await PersonAsync(cohort)).Email);
        var (done, to) = await PostAsync(path, cookie, [.. fields, ("sure", "1")]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (shown, done));
        Assert.Contains("Mail address: new@library.example instead of p1@library.example", preview, StringComparison.Ordinal);
        Assert.Equal("new@library.example", (await PersonAsync(cohort)).Email);
        var act = Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, "P1"));
        Assert.Equal(
            ("lead", "correct", new FieldChange("email", "p1@library.example", "new@library.example")),
            (act.MemberId, act.Action, Assert.Single(act.Changes!)));
        var (_, page) = await CommitteeVisit.GetAsync(web, to, cookie);
        Assert.Contains("It is corrected.", page, StringComparison.Ordinal);
        Assert.Contains("new@library.example instead of p1@library.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyHeldBackForAnUnknownCountry_WhenItIsCorrected_ThenTheyAreEligible()
    {
        var (cohort, cookie) = await CohortAsync(
            Standing.HeldBack, person => person with { Country = "ZZ", Reasons = [ReasonCode.UnknownCountry] });
        var (path, fields) = await CorrectionAsync(cohort, ("country", "Ghana"), ("sure", "1"));

        await PostAsync(path, cookie, fields);

        var person = await PersonAsync(cohort);
        Assert.Equal(("GH", Standing.Eligible), (person.Country, person.Standing));
        Assert.Empty(person.Reasons);
    }

    [Theory]
    [InlineData("Africa/Nairobi", "Ghana", "Africa/Nairobi", "Africa/Accra")] // the country's own: it goes with the country
    [InlineData("Asia/Tokyo", "Ghana", "Asia/Tokyo", "Asia/Tokyo")] // one of their own
    [InlineData("Africa/Nairobi", "Kenya", "Paris", "Europe/Paris")]
    [InlineData(null, "Kenya", "Nairobi", "Africa/Nairobi")]
    [InlineData(null, "Ghana", "", "Africa/Accra")]
    public async Task GivenATimeZone_WhenItOrTheCountryIsCorrected_ThenItIsTheRightOneAndTheLeadSeesItBefore(
        string? before, string country, string typed, string after)
    {
        var (cohort, cookie) = await CohortAsync(Standing.Eligible, person => person with { Country = "KE", TimeZone = before });
        var (path, fields) = await CorrectionAsync(cohort, ("country", country), ("timezone", typed));

        var (_, preview) = await PostAsync(path, cookie, fields);
        await PostAsync(path, cookie, [.. fields, ("sure", "1")]);

        Assert.Equal(after, (await PersonAsync(cohort)).TimeZone);
        Assert.Equal(
            after != before,
            preview.Contains(
                before is null ? $"Time zone: {after}; it was not known before" : $"Time zone: {after} instead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenSomebodyHeldBackForAnUnknownMoment_WhenALeadSaysThatItWasInTime_ThenTheyCountOnce()
    {
        var (cohort, cookie) = await CohortAsync(Standing.HeldBack, person => person with { Reasons = [ReasonCode.UnknownMoment] });
        var (_, page) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);

        var first = await PostAsync($"{Path(cohort)}/do/in-time?press=1", cookie);
        var other = await PostAsync($"{Path(cohort)}/do/in-time?press=2", cookie);

        Assert.Matches("when the person applied is not known<span>. <a href=\"[^\"]+/do/in-time", page);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (first.Status, other.Status));
        Assert.Equal((Standing.Eligible, 0), ((await PersonAsync(cohort)).Standing, (await PersonAsync(cohort)).Reasons.Count));
    }

    [Theory]
    [InlineData("country", "Narnia", "We do not know this country")]
    [InlineData("email", "nowhere", "does not look like a mail address")]
    [InlineData("timezone", "Middle-earth", "We do not know this time zone")]
    [InlineData("timezone", "", "This needs an answer")]
    [InlineData("language", "Klingon", "Mails of this cohort are written in")]
    [InlineData("name", "", "This needs an answer")]
    public async Task GivenWhatCannotBe_WhenPosted_ThenItIsSaidWithEverythingTypedAndNothingIsChanged(
        string field, string value, string said)
    {
        var (cohort, cookie) = await CohortAsync(Standing.Eligible);
        var before = await PersonAsync(cohort);
        var (path, fields) = await CorrectionAsync(cohort, (field, value), ("sure", "1"));

        var (status, html) = await PostAsync(path, cookie, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Equal(
            before.Name + before.Email + before.Country,
            (await PersonAsync(cohort)) is var after ? after.Name + after.Email + after.Country : "");
    }

    [Fact]
    public async Task GivenTwoWhoCorrectAtOnce_WhenTheSecondPresses_ThenTheyAreToldAndNothingIsLost()
    {
        var (cohort, cookie) = await CohortAsync(Standing.Eligible);
        var (path, first) = await CorrectionAsync(cohort, ("name", "Zoë Marie Müller"), ("sure", "1"));
        var (_, second) = await CorrectionAsync(cohort, ("email", "other@library.example"), ("sure", "1"));

        await PostAsync(path, cookie, first);
        var (status, html) = await PostAsync(path, cookie, second);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Nothing was done", html, StringComparison.Ordinal);
        Assert.Equal(("Zoë Marie Müller", "p1@library.example"), ((await PersonAsync(cohort)).Name, (await PersonAsync(cohort)).Email));
        Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, "P1"));
    }

    [Fact]
    public async Task GivenAnApplicant_WhenTheApplicationIsTakenBackAndCountsAgain_ThenBothGoTheWayOfThePersonsOwnAnswer()
    {
        var (cohort, cookie) = await CohortAsync(Standing.Eligible);

        await PostAsync($"{Path(cohort)}/do/withdraw?press=1", cookie);
        var withdrawn = await PersonAsync(cohort);
        await PostAsync($"{Path(cohort)}/do/stay?press=1", cookie);

        Assert.Equal(Standing.Ineligible, withdrawn.Standing);
        Assert.NotNull(withdrawn.WithdrawnAt);
        Assert.Equal((Standing.Eligible, null), ((await PersonAsync(cohort)).Standing, (await PersonAsync(cohort)).WithdrawnAt));
        Assert.Equal(["stay", "withdraw"], (await web.Get<CommitteeActStore>().ListAsync(cohort, "P1")).Select(act => act.Action).Order());
        Assert.Equal(2, (await web.Get<DecisionStore>().ListAsync(cohort, "withdrawal-")).Single().Version);
    }

    [Fact]
    public async Task GivenSomebodyInAGroup_WhenTheyPauseAndThenLeave_ThenTheGroupHearsBothAsTheirOwnWord()
    {
        var (cohort, cookie) = await CohortAsync(Standing.Active);

        await PostAsync($"{Path(cohort)}/do/pause?press=1", cookie, ("weeks", "pause-2"));
        var paused = (await web.Get<DecisionStore>().ListAsync(cohort, "pulse-G001-")).Single();
        await PostAsync($"{Path(cohort)}/do/leave?press=1", cookie);

        Assert.Equal(("pause-2", "P1"), (paused.Choice, paused.SubjectId));
        Assert.Equal("leave", (await web.Get<DecisionStore>().ListAsync(cohort, "pulse-G001-")).Single().Choice);
        Assert.Equal(Standing.Left, (await PersonAsync(cohort)).Standing);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync($"{Path(cohort)}/do/leave?press=2", cookie)).Status);
    }

    [Fact]
    public async Task GivenAnOpenQuestion_WhenItsLinkIsSentAgain_ThenThePersonGetsIt()
    {
        var (cohort, cookie) = await CohortAsync(Standing.Asked);
        await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = "availability-P1",
            Form = "availability",
            SubjectId = "P1",
            ClosesAt = web.Clock.Now.AddDays(3),
        });
        var (fresh, own) = (web.Mails("fresh-link").Count, web.Mails("page-sent").Count);
        var (_, page) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);

        await PostAsync($"{Path(cohort)}/do/ask-again?press=1&about=availability-P1", cookie);
        await PostAsync($"{Path(cohort)}/do/own-page?press=1", cookie);

        Assert.Matches("do/ask-again\\?press=[0-9a-f]{16}&amp;about=availability-P1\"", page);
        Assert.Equal((fresh + 1, own + 1), (web.Mails("fresh-link").Count, web.Mails("page-sent").Count));
        Assert.Equal(
            HttpStatusCode.Conflict, (await PostAsync($"{Path(cohort)}/do/ask-again?press=1&about=availability-P9", cookie)).Status);
    }

    [Theory]
    [InlineData("liaison", HttpStatusCode.SeeOther)]
    [InlineData("other", HttpStatusCode.Forbidden)]
    public async Task GivenAMemberWhoIsNoLead_WhenTheyWriteANote_ThenOnlyThePersonsLiaisonCan(string member, HttpStatusCode expected)
    {
        var (cohort, _) = await CohortAsync(Standing.Active);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, member);

        var (status, _) = await PostAsync($"{Path(cohort)}/do/note?press=1", cookie, ("note", "Written to on Monday."));
        var (_, page) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);

        Assert.Equal(expected, status);
        Assert.Equal(expected == HttpStatusCode.SeeOther, page.Contains("Written to on Monday.", StringComparison.Ordinal));
        Assert.Equal(expected == HttpStatusCode.SeeOther, page.Contains("p1@library.example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "P1/do/correct")]
    [InlineData("GET", "P1")]
    [InlineData("POST", "P1/do/leave")]
    public async Task GivenNobodySignedIn_WhenAPersonIsAskedFor_ThenSigningInIs(string method, string path)
    {
        var (cohort, _) = await CohortAsync(Standing.Active);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/cohorts/{cohort}/people/{path}");
        using var answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(Standing.Active, (await PersonAsync(cohort)).Standing);
    }

    [Fact]
    public async Task GivenAnErasedPerson_WhenTheirPageIsOpened_ThenItSaysSoAndLeadsBack()
    {
        var (cohort, cookie) = await CohortAsync(Standing.Eligible);
        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/people/PGONE", cookie);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains($"href=\"/cohorts/{cohort}/people\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPressThatComesTwice_WhenItWasDone_ThenItIsNotDoneAgain()
    {
        var (cohort, cookie) = await CohortAsync(Standing.Active);
        var own = web.Mails("page-sent").Count;
        for (var press = 0; press < 2; press++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync($"{Path(cohort)}/do/own-page?press=1", cookie)).Status);
            Assert.Equal(
                HttpStatusCode.SeeOther, (await PostAsync($"{Path(cohort)}/do/note?press=1", cookie, ("note", "Called her."))).Status);
        }

        await PostAsync($"{Path(cohort)}/do/note?press=1", cookie, ("note", "Called her again."));
        Assert.Equal(own + 1, web.Mails("page-sent").Count);
        Assert.Equal(
            [null, "Called her again.", "Called her."],
            (await web.Get<CommitteeActStore>().ListAsync(cohort, "P1")).Select(act => act.Note).Order());
    }

    [Fact]
    public async Task GivenAProcessThatEndedHalfWay_WhenThePageIsOpened_ThenItSaysSoAndTheNextPressGoesOn()
    {
        var (cohort, cookie) = await CohortAsync(Standing.Active);
        var acts = web.Get<CommitteeActStore>();
        await Assert.ThrowsAsync<IOException>(() => acts.DoByOneAsync(
            cohort, "1 ", ActAddress.Seen("own-page", "", 0), new("P1", web.Clock.Now, "lead", "own-page"),
            _ => throw new IOException("The process ends."), default));
        var own = web.Mails("page-sent").Count;

        var (_, before) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);
        await PostAsync($"{Path(cohort)}/do/own-page?press=1", cookie);
        var (_, after) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);

        Assert.Contains("It may have ended half-way.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("It may have ended half-way.", after, StringComparison.Ordinal);
        Assert.Equal(own + 1, web.Mails("page-sent").Count);
        Assert.True(Assert.Single(await acts.ListAsync(cohort, "P1")).IsDone);
    }

    static string Path(string cohort) => $"/cohorts/{cohort}/people/P1";

    Task<Person> PersonAsync(string cohort) => web.Get<PeopleStore>().GetAsync(cohort, "P1");

    /// <summary>The form as the page has it now, with some fields otherwise.</summary>
    async Task<(string Path, (string, string)[] Fields)> CorrectionAsync(string cohort, params (string Name, string Value)[] otherwise)
    {
        var person = await PersonAsync(cohort);
        var fields = new Dictionary<string, string>
        {
            ["name"] = person.Name,
            ["email"] = person.Email,
            ["country"] = Words.Country(person.Country, "en"),
            ["timezone"] = person.TimeZone ?? "",
            ["language"] = "English",
        };
        foreach (var (name, value) in otherwise) fields[name] = value;
        return (
            $"{Path(cohort)}/do/correct?press={otherwise.Length}&about={Correct.VersionOf(person)}",
            [.. fields.Select(field => (field.Key, field.Value))]);
    }

    /// <summary>P1 of the standing, in a group with P2 when active, looked after by one of two liaisons.</summary>
    async Task<(string Cohort, string Cookie)> CohortAsync(Standing standing, Func<Person, Person>? otherwise = null)
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(id);
        var other = new CommitteeMember
        {
            Id = "other",
            Name = "Ada Other",
            Email = $"other@{id}.example",
            Roles = [CommitteeRole.Liaison],
            LiaisonLoad = 5,
        };
        await web.Get<CohortStore>().TryAddAsync(settings with { Committee = [.. settings.Committee, other] });
        var group = standing == Standing.Active ? "G001" : null;
        var person = SampleCohort.Person(id, "P1", "Zoë Müller", "DE", standing) with { GroupId = group };
        await web.Get<PeopleStore>().TryAddAsync(otherwise?.Invoke(person) ?? person);
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(id, "P2", "王小明", "CN", standing) with { GroupId = group });
        if (group is not null)
            await web.Get<GroupStore>().TryAddAsync(new()
            {
                CohortId = id,
                GroupId = group,
                Members = ["P1", "P2"],
                Status = GroupStatus.Active,
                LiaisonId = "liaison",
                FormedAt = web.Clock.Now.AddDays(-1),
            });
        return (id, await CommitteeVisit.SignInAsync(web, id));
    }

    async Task<(HttpStatusCode Status, string Html)> PostAsync(string path, string cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (
            answer.StatusCode,
            answer.StatusCode == HttpStatusCode.SeeOther
                ? answer.Headers.Location!.OriginalString
                : await answer.Content.ReadAsStringAsync());
    }
}
