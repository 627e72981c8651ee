using System.Net;
using System.Text;
using Ilnp.Approvals;
using Ilnp.Committee.People.Actions;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.People;

/// <summary>
/// An address was wrong, and a lead has corrected it: whoever has the mailbox of before is out, and whoever has the new one is who applied.
/// </summary>
public sealed class CorrectedAddressTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    readonly string wrong = $"wanjru-{Guid.NewGuid():N}@library.example", right = $"wanjiru-{Guid.NewGuid():N}@library.example";

    string? lead;

    [Fact]
    public async Task GivenAPageThatIsOpen_WhenTheAddressIsCorrected_ThenItIsClosedAndItsLinksOpenNothing()
    {
        var (cohort, id) = await PersonAsync();
        var unused = await OwnVisit.KeyAsync(web, cohort.Id, id);
        web.Clock.Now += TimeSpan.FromMinutes(10);
        var cookie = await OwnVisit.OpenAsync(web, cohort.Id, id);
        Assert.Contains("Wanjiru Kamau", (await CommitteeVisit.GetAsync(web, "/me", cookie)).Html, StringComparison.Ordinal);

        await CorrectAsync(cohort, id, right);

        foreach (var path in new[] { "/me", "/me/data", "/me/data.json", "/me/erase" })
            Assert.DoesNotContain("Kamau", (await CommitteeVisit.GetAsync(web, path, cookie)).Html, StringComparison.Ordinal);
        Assert.Equal("/me", await OwnVisit.PressAsync(web, cookie, "application", "withdraw"));
        Assert.Equal(HttpStatusCode.Gone, (await CommitteeVisit.GetAsync(web, unused, null)).Status);
        using var pressed = await web.Client.PostAsync(unused, null);
        Assert.Equal((HttpStatusCode.Gone, false), (pressed.StatusCode, pressed.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task GivenAQuestionThatWaits_WhenTheAddressIsCorrected_ThenItsLinkOfBeforeAnswersNothing()
    {
        var (cohort, id) = await PersonAsync();
        var link = await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort.Id,
            DecisionId = $"availability-{id}",
            Form = "availability",
            SubjectId = id,
            ClosesAt = web.Clock.Now.AddDays(3),
        });

        await CorrectAsync(cohort, id, right);

        using var said = await web.Client.PostAsync(link.AbsolutePath, new FormUrlEncodedContent([KeyValuePair.Create("choice", "no")]));
        Assert.NotEqual(HttpStatusCode.OK, said.StatusCode);
        Assert.Equal(0, (await web.Get<DecisionStore>().ReadAsync(cohort.Id, $"availability-{id}", default))!.Value.Version);
    }

    [Fact]
    public async Task GivenACorrectedAddress_WhenItsOwnerAsksForTheirPage_ThenTheyWereToldOfItAndTheLinkComes()
    {
        var (cohort, id) = await PersonAsync();

        await CorrectAsync(cohort, id, right);
        var sent = await Task.WhenAll(web.Mails("page-sent").Select(entry => web.Get<LocalMailbox>().ReadAsync(entry.FileName)));
        using (await CommitteeVisit.PostAsync(web, "/me", right.ToUpperInvariant())) { }

        var told = Assert.Single(sent, mail => mail!.To[0].Address == right)!;
        Assert.Contains("The committee has noted this address as yours", told.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains(await OwnVisit.LinkAsync(web, cohort.Id, id), told.Text, StringComparison.Ordinal);
        Assert.Single(await OwnVisit.KeysAsync(web, cohort.Id, id));
    }

    [Fact]
    public async Task GivenACorrectedAddress_WhenItIsNamedInACall_ThenItsPersonIsFound()
    {
        var (cohort, id) = await PersonAsync();
        await CorrectAsync(cohort, id, right);

        foreach (var (address, status) in new[] { (right, HttpStatusCode.OK), ("stranger@elsewhere.example", HttpStatusCode.NotFound) })
        {
            using var body = new StringContent($$"""{"email": "{{address}}"}""", Encoding.UTF8, "application/json");
            using var answer = await web.Client.PostAsync($"cohorts/{cohort.Id}/people/export?code={WebHostFixture.FunctionKey}", body);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task GivenACorrectedAddress_WhenApplicationsComeWithEitherAddress_ThenTheyAreOnePersonsWhoKeepsTheCorrectedOne()
    {
        var (cohort, id) = await PersonAsync();
        await CorrectAsync(cohort, id, right);

        var newer = await ApplyAsync(cohort, "a2", right, web.Clock.Now.AddHours(1), "archives");
        var again = await ApplyAsync(cohort, "a3", wrong, web.Clock.Now.AddHours(2), "metadata");

        Assert.Equal((id, id), (newer.PersonId, again.PersonId));
        var person = Assert.Single(await web.Get<PeopleStore>().ListAsync(cohort.Id));
        Assert.Equal((right, "metadata"), (person.Email, Assert.Single(person.Interests)));
    }

    [Fact]
    public async Task GivenAnAddressThatWasCorrectedTwice_WhenAnApplicationComesWithTheOneBetween_ThenItIsSomebodyElses()
    {
        var (cohort, id) = await PersonAsync();
        await CorrectAsync(cohort, id, "between@library.example");
        await CorrectAsync(cohort, id, right);

        var stranger = await ApplyAsync(cohort, "a2", "between@library.example", web.Clock.Now.AddHours(1), "archives");

        Assert.NotEqual(id, stranger.PersonId);
        Assert.Equal(id, await web.Get<AddressBook>().PersonIdAsync(cohort, right));
        Assert.Equal(2, (await web.Get<PeopleStore>().ListAsync(cohort.Id)).Count);
    }

    [Fact]
    public async Task GivenAnAddressThatSomebodyApplied_WhenAnotherIsCorrectedToIt_ThenItStaysTheirs()
    {
        var (cohort, id) = await PersonAsync();
        var other = await ApplyAsync(cohort, "a2", right, web.Clock.Now, "archives", "王小明");

        await CorrectAsync(cohort, id, right);

        Assert.NotEqual(id, other.PersonId);
        Assert.Equal(other.PersonId, await web.Get<AddressBook>().PersonIdAsync(cohort, right));
    }

    [Fact]
    public async Task GivenAnAddressOfTwoPeople_WhenItIsNamedInACall_ThenItIsAskedWhoIsMeantAndNothingIsDone()
    {
        var (cohort, id) = await PersonAsync();
        var other = await ApplyAsync(cohort, "a2", wrong, web.Clock.Now, "archives", "Bao Vu");

        foreach (var act in new[] { "export", "erase" })
        {
            using var body = new StringContent($$"""{"email": "{{wrong}}"}""", Encoding.UTF8, "application/json");
            using var answer = await web.Client.PostAsync($"cohorts/{cohort.Id}/people/{act}?code={WebHostFixture.FunctionKey}", body);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.All(new[] { id, other.PersonId! }, person => Assert.Contains(person, said, StringComparison.Ordinal));
        }

        Assert.All(await web.Get<PeopleStore>().ListAsync(cohort.Id), person => Assert.False(person.IsErased));
    }

    [Fact]
    public async Task GivenTwoWhoAreCorrectedToOneAddress_WhenOneLeavesItAgain_ThenItIsTheOthersStill()
    {
        var (cohort, first) = await PersonAsync();
        var second = (await ApplyAsync(cohort, "a2", "bao@library.example", web.Clock.Now, "archives", "Bao Vu")).PersonId!;
        await CorrectAsync(cohort, first, right);
        await CorrectAsync(cohort, second, right);

        var applied = await ApplyAsync(cohort, "a3", right, web.Clock.Now.AddHours(1), "metadata", "Bao Vu");
        await CorrectAsync(cohort, first, "elsewhere@library.example");

        Assert.Equal(second, applied.PersonId);
        Assert.Equal([second], (await web.Get<AddressBook>().PeopleAsync(cohort, right)).Select(person => person.PersonId));
        Assert.Equal(2, (await web.Get<PeopleStore>().ListAsync(cohort.Id)).Count);
    }

    async Task<(CohortSettings Cohort, string PersonId)> PersonAsync()
    {
        var cohort = await web.Get<CohortStore>().GetAsync(await web.CohortAsync());
        return (cohort, (await ApplyAsync(cohort, "a1", wrong, web.Clock.Now, "archives")).PersonId!);
    }

    /// <summary>Signed by a form service, as if it came now.</summary>
    async Task<Application> ApplyAsync(
        CohortSettings cohort, string application, string address, DateTimeOffset at, string interest, string name = "Wanjiru Kamau")
    {
        var answers = new ApplicationAnswers
        {
            Name = name,
            Email = address,
            Country = "KE",
            Languages = ["en"],
            Interests = [interest],
            Internet = true,
            Biweekly = true,
            Commits = true,
        };
        var read = new ReadApplication(answers, at, true, at, []);
        var received = new Application
        {
            CohortId = cohort.Id,
            ApplicationId = application,
            Provider = "typeform",
            AppliedAt = at,
            ReceivedAt = at,
            UpdatedAt = at,
            Answers = answers,
            PersonId = web.Get<Identities>().PersonId(cohort, address),
            Outcome = ApplicationOutcome.Received,
        };
        return await web.Get<ApplicationPersons>().WithPersonAsync(cohort, received, read, ownerId: null, default);
    }

    /// <summary>As a lead does it, by both presses.</summary>
    async Task CorrectAsync(CohortSettings cohort, string id, string address)
    {
        var person = await web.Get<PeopleStore>().GetAsync(cohort.Id, id);
        lead ??= await CommitteeVisit.SignInAsync(web, cohort.Id);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/cohorts/{cohort.Id}/people/{id}/do/correct?press={Guid.NewGuid():N}&about={Correct.VersionOf(person)}")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["name"] = person.Name,
                ["email"] = address,
                ["country"] = Words.Country(person.Country, "en"),
                ["timezone"] = person.TimeZone ?? "",
                ["language"] = "English",
                ["sure"] = "1",
            }),
        };
        request.Headers.Add("Cookie", lead);
        using var answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
