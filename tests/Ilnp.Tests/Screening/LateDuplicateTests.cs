using System.Net;
using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Screening;
using Ilnp.Screening.Duplicates;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Screening;

/// <summary>Whether two are one is told after the review has gone on, as long as nobody was asked to take part.</summary>
public sealed class LateDuplicateTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    readonly DateTimeOffset start = web.Clock.Now;

    public void Dispose() => web.Clock.Now = start;

    [Theory]
    [InlineData("2020-04-08", false, "same", Standing.HeldBack, 1)]
    [InlineData("2020-04-08", false, "different", Standing.Eligible, 1)]
    [InlineData("2020-04-14", false, "different", Standing.Eligible, 1)]
    [InlineData("2020-05-20", false, "different", Standing.Eligible, 1)]
    [InlineData("2020-04-14", true, "different", Standing.HeldBack, 0)]
    public async Task GivenAReviewThatIsOver_WhenALeadDecides_ThenItCountsUntilTheInquiriesGoOutWheneverThatIs(
        string day, bool areAsked, string choice, Standing standing, int version)
    {
        var (cohort, decision, link) = await MakeAsync();
        if (areAsked) await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(cohort, "P3", "Person 3", "KE", Standing.Asked));
        web.Clock.Now = DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

        using var answer = await web.Client.PostAsync(
            link, new FormUrlEncodedContent(new Dictionary<string, string> { ["choice"] = choice }));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(version, (await web.Get<DecisionStore>().FindAsync(cohort, decision))!.Version);
        var later = await web.Get<PeopleStore>().GetAsync(cohort, "P2");
        if (choice == "same") Assert.Equal([ReasonCode.Duplicate], later.Reasons);
        else Assert.Equal(standing, later.Standing);
    }

    async Task<(string Cohort, string Decision, string Link)> MakeAsync()
    {
        var cohort = await web.CohortAsync(
            SampleCohort.Person("", "P1", "Person 1", "GH"),
            SampleCohort.Person("", "P2", "Person 1", "GH", Standing.HeldBack) with { Reasons = [ReasonCode.PossibleDuplicate] });
        var proposal = new DuplicateProposal { CohortId = cohort, FirstId = "P1", SecondId = "P2", Why = "like names" };
        await web.Get<DuplicateProposalStore>().TryAddAsync(proposal);
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var request = new ReviewRequest(cohort, "none", new(2020, 4, 4, 5, 0, 0, DateTimeKind.Utc));
        var question = DuplicateForm.Question(settings, request, settings.Leads.First(), new(proposal, "Person 1", "Person 1"));
        return (cohort, question.DecisionId, (await web.Get<DecisionLinks>().OpenAsync(question)).PathAndQuery);
    }
}
