using System.Net;
using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Rights;
using Ilnp.Screening;
using Ilnp.Screening.Duplicates;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Screening.Duplicates;

/// <summary>What the page of a possible duplicate says when another lead has decided, and when one of the two is gone.</summary>
public sealed class UndecidedDuplicateTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Theory]
    [InlineData("P1", "P2")]
    [InlineData("P2", "P1")]
    public async Task GivenAnOpenProposal_WhenOneOfThemIsErased_ThenTheOtherIsHeldBackNoMoreAndNothingIsAsked(string erased, string other)
    {
        var (cohort, links) = await MakeAsync();

        await web.Get<PersonRecords>().EraseAsync(new(cohort, erased));

        var left = await web.Get<PeopleStore>().GetAsync(cohort, other);
        Assert.Equal((Standing.Eligible, 0), (left.Standing, left.Reasons.Count));
        Assert.Empty(await web.Get<DuplicateProposalStore>().ListAsync(cohort));
        Assert.Contains("one of the two is not in this round now", await web.Client.GetStringAsync(links[0]));
    }

    [Fact]
    public async Task GivenTwoLeads_WhenOneHasDecided_ThenTheOtherReadsItAndIsNotWaitedFor()
    {
        var (cohort, links) = await MakeAsync();

        await DecideAsync(links[0], "same");
        Assert.Contains("Zoë Müller has decided on", await PageAsync(links[1]));
        Assert.Empty(await OpenAsync(cohort));

        web.Clock.Now += TimeSpan.FromMinutes(1);
        await DecideAsync(links[1], "different");

        Assert.Equal(Standing.Eligible, (await web.Get<PeopleStore>().GetAsync(cohort, "P2")).Standing);
        Assert.Contains("Bo Second has decided on", await PageAsync(links[0]));

        // Her own answer stands there as she gave it: sending it again would change nothing, and that is said.
        using (var again = await web.Client.PostAsync(links[0], Choosing("same")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        // The review hears of the first word late: the later one counts still.
        await web.Get<DuplicateReview>().ResolveAsync(cohort, "P1-P2", same: true);
        Assert.Equal(Standing.Eligible, (await web.Get<PeopleStore>().GetAsync(cohort, "P2")).Standing);
    }

    [Fact]
    public async Task GivenAProposal_WhenALeadLooks_ThenBothStandSideBySideAndAnErasureNamesTheOtherToo()
    {
        var (cohort, links) = await MakeAsync();
        await web.Get<ApplicationStore>().PutManyAsync(
            cohort, [Applied(cohort, "P1", "Archives of Accra"), Applied(cohort, "P2", "Kumasi")]);
        var (lead, liaison) = (
            await CommitteeVisit.SignInAsync(web, cohort), await CommitteeVisit.SignInAsync(web, cohort, "liaison"));
        var path = $"/cohorts/{cohort}/duplicates";

        var (_, page) = await CommitteeVisit.GetAsync(web, path, lead);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, path, liaison)).Status);
        Assert.Contains($"href=\"{path}\"", await web.Client.GetStringAsync(links[0]));
        Assert.Matches("(?s)Archives of Accra.*Kumasi", page);
        Assert.Contains($"href=\"{links[0]}\"", page);

        await DecideAsync(links[0], "same");

        Assert.Contains("Decided: the same person.", (await CommitteeVisit.GetAsync(web, path, lead)).Html);
        var (_, erase) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/people/P2/erase", lead);
        Assert.Contains("Ana Silva (p2@library.example)", erase);
    }

    static Application Applied(string cohort, string personId, string library) => new()
    {
        CohortId = cohort,
        ApplicationId = $"a{personId}",
        Provider = "own",
        AppliedAt = new(2020, 3, personId == "P1" ? 5 : 6, 10, 0, 0, TimeSpan.Zero),
        ReceivedAt = new(2020, 3, 6, 10, 0, 0, TimeSpan.Zero),
        PersonId = personId,
        Outcome = ApplicationOutcome.Received,
        Answers = new()
        {
            Email = $"{personId.ToLowerInvariant()}@library.example",
            Name = "Ana Silva",
            Country = "GH",
            Languages = ["en"],
            LibraryType = library,
        },
    };

    async Task<IReadOnlyList<Decision>> OpenAsync(string cohort)
    {
        var open = (await web.Get<DecisionStore>().ListAsync(cohort)).Where(decision => decision.Version == 0).ToList();
        var facts = new CohortFacts(await web.Get<PeopleStore>().ListAsync(cohort), [], []);
        return await web.Get<DecisionChecks>().WithoutOverAsync(open, facts, default);
    }

    async Task<string> PageAsync(string link) =>
        WebUtility.HtmlDecode(await web.Client.GetStringAsync(link)).Replace("<bdi>", "", StringComparison.Ordinal)
            .Replace("</bdi>", "", StringComparison.Ordinal);

    async Task DecideAsync(string link, string choice)
    {
        using var answer = await web.Client.PostAsync(link, Choosing(choice));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    static FormUrlEncodedContent Choosing(string choice) => new(new Dictionary<string, string> { ["choice"] = choice });

    /// <summary>A proposal that is open, with the link of each of two leads.</summary>
    async Task<(string Cohort, string[] Links)> MakeAsync()
    {
        var cohort = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(cohort);
        settings = settings with
        {
            Committee =
            [
                .. settings.Committee,
                new() { Id = "bo", Name = "Bo Second", Email = "bo@x.example", Roles = [CommitteeRole.Lead] },
            ],
        };
        await web.Get<CohortStore>().TryAddAsync(settings);
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(cohort, "P1", "Ana Silva", "GH"));
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(cohort, "P2", "Ana Silva", "GH", Standing.HeldBack) with
        {
            FirstAppliedAt = new(2020, 3, 6, 10, 0, 0, TimeSpan.Zero),
            Reasons = [ReasonCode.PossibleDuplicate],
        });
        var proposal = new DuplicateProposal { CohortId = cohort, FirstId = "P1", SecondId = "P2", Why = "like names" };
        await web.Get<DuplicateProposalStore>().TryAddAsync(proposal);
        var request = new ReviewRequest(cohort, "none", new(2020, 4, 4, 5, 0, 0, DateTimeKind.Utc));
        var links = await Task.WhenAll(settings.Leads.Select(async lead => (await web.Get<DecisionLinks>().OpenAsync(
            DuplicateForm.Question(settings, request, lead, new(proposal, "Ana Silva", "Ana Silva")))).PathAndQuery));
        return (cohort, links);
    }
}
