using System.Net;
using Ilnp.Matching;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Ilnp.Tests.Matching;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Committee.Proposals;

/// <summary>The page of a proposal, from the first look to the next proposal that follows the committee's changes.</summary>
[Collection(AzuriteTests.Name)]
public sealed class MatchingPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenChanges_WhenALeadAsksWhatTheyCost_ThenThePageTellsAndNothingIsKept()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var (first, second) = await FirstTwoAsync(cohort);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching?keep={first.GroupId}&apart={second.GroupId}&first=nobody&second=7&try=1", cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("What the changes would cost", html, StringComparison.Ordinal);
        Assert.Contains("With all changes: score", html, StringComparison.Ordinal);
        Assert.Contains("Person 0", html, StringComparison.Ordinal);
        Assert.Contains("Not understood: <bdi>nobody 7</bdi>", html, StringComparison.Ordinal);
        Assert.Empty((await web.Get<WishStore>().LatestAsync(cohort)).Wishes);
    }

    [Fact]
    public async Task GivenChangesKept_WhenTheProposalIsSentBack_ThenTheNextOneFollowsThemAndTellsTheirCost()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var (first, second) = await FirstTwoAsync(cohort);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(cohort, cookie, ("keep", first.GroupId), ("apart", second.GroupId), ("country", "NZ"), ("least", "1")));

        await NextAsync(cohort);

        var groups = await web.Get<GroupStore>().ListAsync(cohort);
        Assert.Contains(groups, group => first.Members.All(group.Members.Contains));
        Assert.DoesNotContain(groups, group => second.Members.All(group.Members.Contains));
        Assert.Contains(groups.SelectMany(group => group.Members), id => id.EndsWith('N'));
        var summary = (await web.Get<ProposalStore>().FindAsync(cohort, 2))!;
        Assert.Equal(3, summary.Wishes!.Each.Count);
        Assert.True(summary.Wishes.With!.Score <= summary.Wishes.Without!.Score);
        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching", cookie);
        Assert.Contains("What this proposal was asked for", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAKeptChange_WhenItIsTakenBack_ThenItIsGone()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var (first, _) = await FirstTwoAsync(cohort);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        await PostAsync(cohort, cookie, ("keep", first.GroupId));
        var kept = Assert.Single((await web.Get<WishStore>().LatestAsync(cohort)).Wishes);

        await PostAsync(cohort, cookie, ("remove", kept.Key));

        Assert.Empty((await web.Get<WishStore>().LatestAsync(cohort)).Wishes);
    }

    [Fact]
    public async Task GivenWishesThatContradict_WhenProposed_ThenTheLaterIsLeftOutAndTheCohortGoesOn()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var (first, _) = await FirstTwoAsync(cohort);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        await PostAsync(cohort, cookie, ("keep", first.GroupId), ("apart", first.GroupId));

        await NextAsync(cohort);

        var summary = (await web.Get<ProposalStore>().FindAsync(cohort, 2))!;
        Assert.Equal(WishKind.Apart, Assert.Single(summary.LeftOut).Wish.Kind);
        Assert.Contains(await web.Get<GroupStore>().ListAsync(cohort), group => first.Members.All(group.Members.Contains));
    }

    [Fact]
    public async Task GivenALiaison_WhenThePageIsOpened_ThenNothingCanBeChanged()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, "liaison");
        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching?keep=G001&try=1", cookie);
        Assert.DoesNotContain("What would it cost?", html, StringComparison.Ordinal);
        Assert.DoesNotContain("What the changes would cost", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(cohort, cookie, ("keep", "G001")));
    }

    /// <summary>What the orchestration does when a lead sends the proposal back.</summary>
    async Task NextAsync(string cohort)
    {
        var apart = await ProposedCohort.Activities(web).ReadSeparations(new(cohort, 1, []));
        await ProposedCohort.Activities(web).ProposeMatches(new(cohort, 2, apart));
    }

    async Task<(Group, Group)> FirstTwoAsync(string cohort)
    {
        var groups = await web.Get<GroupStore>().ListAsync(cohort);
        return (groups[0], groups[1]);
    }

    async Task<HttpStatusCode> PostAsync(string cohort, string cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cohorts/{cohort}/matching") { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
