using System.Net;
using Ilnp.Matching;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Ilnp.Tests.Matching;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Proposals;

/// <summary>The page of a proposal, from the first look to the next proposal that follows the committee's changes.</summary>
public sealed class MatchingPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenChanges_WhenALeadAsksWhatTheyCost_ThenThePageTellsAndNothingIsKept()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var (first, second) = await FirstTwoAsync(cohort);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var (status, html) = await CommitteeVisit.GetAsync(
            web, $"/cohorts/{cohort}/matching?keep={first.GroupId}&apart={second.GroupId}&first=nobody&second=7&try=1", cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("What the changes would cost", html, StringComparison.Ordinal);
        Assert.Contains("With all changes the score goes from <bdi>", html, StringComparison.Ordinal);
        Assert.Contains("Correct this first", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Use these changes", html, StringComparison.Ordinal);
        Assert.Contains("Person 0", html, StringComparison.Ordinal);
        Assert.Contains("There is nobody, or more than one: <bdi>nobody</bdi>", html, StringComparison.Ordinal);
        Assert.Empty((await web.Get<WishStore>().LatestAsync(cohort)).Wishes);
    }

    [Fact]
    public async Task GivenChangesKept_WhenTheProposalIsSentBack_ThenTheNextOneFollowsThemAndTellsTheirCost()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var (first, second) = await FirstTwoAsync(cohort);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            await PostAsync(cohort, cookie, ("keep", first.GroupId), ("apart", second.GroupId), ("country", "NZ"), ("least", "1")));

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
    public async Task GivenTwoChanges_WhenUndoneTwiceAndRedone_ThenTheyGoAndComeInOrderAndEachIsWrittenDown()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        await PostAsync(cohort, cookie, ("first", "Person 3"), ("second", "Person 7"));
        await PostAsync(cohort, cookie, ("apart", "G001"));
        Assert.Contains(
            "name=\"undo\" value=\"2\"",
            (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching", cookie)).Item2,
            StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(cohort, cookie, ("undo", "2")));
        Assert.Equal(WishKind.Together, Assert.Single((await web.Get<WishStore>().LatestAsync(cohort)).Wishes).Kind);
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(cohort, cookie, ("undo", "3")));
        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching", cookie);
        Assert.Contains("Redo: <bdi>Person 3 and Person 7 together</bdi>", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(cohort, cookie, ("redo", "4")));
        Assert.Equal(WishKind.Together, Assert.Single((await web.Get<WishStore>().LatestAsync(cohort)).Wishes).Kind);
        Assert.Contains(
            "took back the last change",
            (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/audit", cookie)).Item2,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenOneChange_WhenUndoIsPressedTwiceAtOnceOrFromAnOldPage_ThenItIsTakenBackOnce()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        await PostAsync(cohort, cookie, ("first", "Person 3"), ("second", "Person 7"));
        await PostAsync(cohort, cookie, ("apart", "G001"));

        await Task.WhenAll(PostAsync(cohort, cookie, ("undo", "2")), PostAsync(cohort, cookie, ("undo", "2")));
        var (status, html) = await SendAsync(cohort, cookie, ("undo", "2"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Nothing was undone", html, StringComparison.Ordinal);
        Assert.Single((await web.Get<WishStore>().LatestAsync(cohort)).Wishes);
    }

    [Fact]
    public async Task GivenASecondProposal_WhenThePageIsOpened_ThenItNamesWhichGroupsAreNewAndGone()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        await PostAsync(cohort, cookie, ("apart", "G001"));
        await NextAsync(cohort);
        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching", cookie);
        Assert.Contains("Which groups are new, and which are gone", html, StringComparison.Ordinal);
        Assert.Contains("<h3>Gone</h3>", html, StringComparison.Ordinal);
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
    public async Task GivenOneGroupBothKeptAndSeparated_WhenItsCostIsAsked_ThenThePageSaysSoAndOffersNothingToUse()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var (_, both) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching?keep=G001&apart=G001&try=1", cookie);
        var (_, one) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching?apart=G001&try=1", cookie);

        Assert.Contains("You ask for both, together and apart", both, StringComparison.Ordinal);
        Assert.DoesNotContain("Use these changes", both, StringComparison.Ordinal);
        Assert.Contains("Use these changes", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTwoNames_WhenPosted_ThenTheyAreWishedTogetherAndNoAddressShowsThem()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(cohort, cookie, ("first", "person 3"), ("second", " Person 7 ")));

        var wish = Assert.Single((await web.Get<WishStore>().LatestAsync(cohort)).Wishes);
        Assert.True(wish.Says(Wish.Together("P03", "P07")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(cohort, cookie, ("first", "Person 3"), ("second", "Nobody")));
    }

    [Fact]
    public async Task GivenALongProposal_WhenAnotherPartIsShown_ThenWhatWasTickedStaysTicked()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var html = await BodyAsync(cohort, cookie, ("keep", "G001"), ("q", "no such name"), ("show", "1"));

        Assert.Contains("name=\"keep\" value=\"G001\"", html, StringComparison.Ordinal);
        Assert.Empty((await web.Get<WishStore>().LatestAsync(cohort)).Wishes);
    }

    [Fact]
    public async Task GivenAnApprovedProposal_WhenItsGroupsHaveBegun_ThenThePageShowsWhatWasApprovedAndByWhom()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var groups = await web.Get<GroupStore>().ListAsync(cohort);
        await MatchApprovals.AnswerAsync(web, cohort, 1, ("choice", "approve"));
        await web.Get<GroupStore>().PutManyAsync(
            cohort, groups.Select((group, i) => group with { Status = i == 0 ? GroupStatus.Dissolved : GroupStatus.Active }));

        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching", cookie);

        Assert.Contains("approved this on", html, StringComparison.Ordinal);
        Assert.Contains("G001", html, StringComparison.Ordinal);
        Assert.Contains("ended early", html, StringComparison.Ordinal);
        Assert.DoesNotContain("What would it cost?", html, StringComparison.Ordinal);
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

    async Task<HttpStatusCode> PostAsync(string cohort, string cookie, params (string Name, string Value)[] fields) =>
        (await SendAsync(cohort, cookie, fields)).Status;

    async Task<string> BodyAsync(string cohort, string cookie, params (string Name, string Value)[] fields) =>
        (await SendAsync(cohort, cookie, fields)).Html;

    async Task<(HttpStatusCode Status, string Html)> SendAsync(string cohort, string cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cohorts/{cohort}/matching")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
