using System.Net;
using Azure.Data.Tables;
using Ilnp.Approvals;
using Ilnp.Committee.Members;
using Ilnp.Committee.Overview;
using Ilnp.Programme;
using Ilnp.Tests.Matching;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Approvals;

/// <summary>A question that several leads are asked and that is decided once: by any of them, or by two who agree.</summary>
public sealed class TwoApproversTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    readonly DateTimeOffset start = web.Clock.Now;

    public void Dispose() => web.Clock.Now = start;

    [Fact]
    public async Task GivenTwoOfThem_WhenOneApproves_ThenItIsOpenStillAndTheOtherReadsOfIt()
    {
        var shared = await SharedApproval.MakeAsync(web, 2, ("bea", CommitteeRole.Lead));
        Assert.Contains("Two leads must approve, each by their own link", await shared.PageAsync("lead"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, await shared.PostAsync("lead", ("choice", "approve")));

        Assert.Null((await shared.TallyAsync()).Outcome);
        Assert.Contains("does not count yet", await shared.PageAsync("lead"), StringComparison.Ordinal);
        var other = await shared.PageAsync("bea");
        Assert.Contains("one has. If you approve too, it counts at once", other, StringComparison.Ordinal);
        Assert.Contains("Zoë Müller: Approve it", other, StringComparison.Ordinal);

        await shared.PostAsync("bea", ("choice", "approve"));
        Assert.Equal("approve", (await shared.TallyAsync()).Outcome);
        Assert.Contains(
            "<bdi>Zoë Müller</bdi> and <bdi>Bea</bdi> approved this proposal", await shared.PageAsync("lead"), StringComparison.Ordinal);
        Assert.Equal(2, (await shared.MailsAsync("lead")).Count(mail => mail is "decision-taken" or "match-approval"));
    }

    [Fact]
    public async Task GivenTwoOfThem_WhenOnePressesTwice_ThenThatIsOneApproval()
    {
        var shared = await SharedApproval.MakeAsync(web, 2, ("bea", CommitteeRole.Lead));
        for (var press = 0; press < 3; press++) await shared.PostAsync("lead", ("choice", "approve"));
        Assert.Equal((1, null), ((await shared.TallyAsync()).Votes.Count, (await shared.TallyAsync()).Outcome));
        Assert.Equal(1, (await shared.DecisionAsync("lead"))!.Version);
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("bea")]
    public async Task GivenTwoOfThemAndOneApproval_WhenSomebodySendsItBack_ThenThatCountsAtOnce(string who)
    {
        var shared = await SharedApproval.MakeAsync(web, 2, ("bea", CommitteeRole.Lead));
        await shared.PostAsync("lead", ("choice", "approve"));
        await shared.PostAsync(who, ("choice", "revise"));
        Assert.Equal("revise", (await shared.TallyAsync()).Outcome);
        Assert.Contains("sent this proposal back on", await shared.PageAsync("bea"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public async Task GivenTwoLeads_WhenBothApproveAtOnce_ThenOneWinsOrBothCount(int needed, int recorded)
    {
        var shared = await SharedApproval.MakeAsync(web, needed, ("bea", CommitteeRole.Lead));
        var answers = await Task.WhenAll(shared.PostAsync("lead", ("choice", "approve")), shared.PostAsync("bea", ("choice", "approve")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer));
        var tally = await shared.TallyAsync();
        Assert.Equal(("approve", recorded), (tally.Outcome, tally.Votes.Count));
        Assert.Equal(recorded, (await shared.DecisionAsync("lead"))!.Version + (await shared.DecisionAsync("bea"))!.Version);
        foreach (var member in new[] { "lead", "bea" })
            Assert.Contains("approved this proposal on", await shared.PageAsync(member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTwoOfThem_WhenOneApprovesWhileTheOtherLooksForATally_ThenThatOneApprovalSettlesNothing()
    {
        var shared = await SharedApproval.MakeAsync(web, 2, ("bea", CommitteeRole.Lead));
        var meanwhile = new Meanwhile(
            request => request.Uri.Query.Contains("filter", StringComparison.Ordinal),
            () => shared.PostAsync("lead", ("choice", "approve")));
        var tables = new TableServiceClient(web.Storage, meanwhile.In(new TableClientOptions()));
        var tallies = new Tallies(new DecisionStore(tables), web.Get<CommitteeForms>(), web.Get<CohortStore>());

        var tally = (await tallies.FindAsync((await shared.DecisionAsync("bea"))!, CancellationToken.None))!;

        Assert.True(meanwhile.Happened);
        Assert.Equal((1, null), (tally.Votes.Count, tally.Outcome));
    }

    [Fact]
    public async Task GivenOneApprovesAndOneSendsBackAtOnce_WhenBothArePressed_ThenBothPagesTellTheSame()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        await Task.WhenAll(shared.PostAsync("lead", ("choice", "approve")), shared.PostAsync("bea", ("choice", "revise")));

        var tally = await shared.TallyAsync();
        var said = tally.Outcome == "approve" ? "approved this proposal on" : "sent this proposal back on";
        Assert.Single(tally.Votes);
        foreach (var member in new[] { "lead", "bea" }) Assert.Contains(said, await shared.PageAsync(member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenALeadWhoseRoleWasTakenAway_WhenTheyPress_ThenNothingIsCounted()
    {
        var shared = await SharedApproval.MakeAsync(web, 2, ("bea", CommitteeRole.Lead), ("cem", CommitteeRole.Lead));
        await shared.PostAsync("lead", ("choice", "approve"));
        await shared.ChangeAsync(settings => settings with
        {
            Committee =
                [.. settings.Committee.Select(member => member.Id == "bea" ? member with { Roles = [CommitteeRole.Marketing] } : member)],
        });

        Assert.Equal(HttpStatusCode.Gone, await shared.PostAsync("bea", ("choice", "approve")));
        Assert.Null((await shared.TallyAsync()).Outcome);
        Assert.Contains("not yours any more", await shared.PageAsync("bea"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenADecision_WhenSomebodyIsLate_ThenTheirPageSaysWhoDecidedAndNothingIsRecorded()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        await shared.PostAsync("lead", ("choice", "approve"));
        web.Clock.Now += TimeSpan.FromDays(30);

        Assert.Equal(HttpStatusCode.SeeOther, await shared.PostAsync("bea", ("choice", "revise")));
        Assert.Equal(0, (await shared.DecisionAsync("bea"))!.Version);
        Assert.Contains("<bdi>Zoë Müller</bdi> approved this proposal on", await shared.PageAsync("bea"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenNobodyDecidesForMonths_WhenTheLinkIsOpened_ThenItIsOpenStill()
    {
        var shared = await SharedApproval.MakeAsync(web, 1);
        web.Clock.Now += TimeSpan.FromDays(150);
        Assert.Equal(HttpStatusCode.SeeOther, await shared.PostAsync("lead", ("choice", "approve")));
        Assert.Equal("approve", (await shared.TallyAsync()).Outcome);
    }

    [Fact]
    public async Task GivenOneApproval_WhenReminded_ThenOnlyWhoHasNotAnsweredIsAndTheOverviewWaitsForThem()
    {
        var shared = await SharedApproval.MakeAsync(web, 2, ("bea", CommitteeRole.Lead), ("cem", CommitteeRole.Lead));
        await shared.PostAsync("lead", ("choice", "approve"));
        await ProposedCohort.Approval(web).AskMatchApproval(new(shared.Cohort, 1, 1, "none"));

        Assert.DoesNotContain("decision-reminder", await shared.MailsAsync("lead"));
        Assert.Contains("decision-reminder", await shared.MailsAsync("bea"));
        Assert.Equal(["bea", "cem"], await WaitingAsync(shared));
        await shared.PostAsync("bea", ("choice", "approve"));
        Assert.Empty(await WaitingAsync(shared));
    }

    async Task<IReadOnlyList<string>> WaitingAsync(SharedApproval shared)
    {
        var settings = (await web.Get<CohortStore>().FindNowAsync(shared.Cohort))!;
        var decisions = await web.Get<DecisionStore>().ListAsync(shared.Cohort);
        return [.. OpenDecision.Of(settings, settings.Member("lead")!, decisions, web.Get<CommitteeForms>(), web.Clock.Now)
            .Select(open => open.Decision.SubjectId).Order()];
    }

    [Fact]
    public async Task GivenAnswersOfBeforeThereWereTallies_WhenRead_ThenTheFirstOneCounts()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        var store = web.Get<DecisionStore>();
        var read = (await store.ReadAsync(shared.Cohort, (await shared.DecisionAsync("bea"))!.DecisionId, default))!;
        await store.TryReplaceAsync(
            read,
            read.Value with
            {
                Choice = "revise",
                Version = 1,
                AnsweredAt = web.Clock.Now,
                Answers = new Dictionary<string, IReadOnlyList<string>> { ["choice"] = ["revise"] },
            },
            default);

        Assert.Equal("revise", (await shared.TallyAsync()).Outcome);
        await shared.PostAsync("lead", ("choice", "approve"));
        Assert.Equal(0, (await shared.DecisionAsync("lead"))!.Version);
    }

    [Fact]
    public void GivenTwoOfThem_WhenTheSecondLastLeadLeaves_ThenThatIsNotAllowed()
    {
        var lead = new CommitteeMember { Id = "ana", Name = "Ana", Email = "a@x.example", Roles = [CommitteeRole.Lead] };
        var settings = SampleCohort.Settings("c1");
        settings = settings.With(new ApprovalSettings { Needed = 2 }) with { Committee = [.. settings.Committee, lead] };
        Assert.Equal("committee.wrong.two-leads", MemberRules.Wrong(settings, new("ana", lead, null))["roles"].TextKey);
        Assert.Empty(MemberRules.Wrong(settings.With(new ApprovalSettings()), new("ana", lead, null)));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    public void GivenSettings_WhenChecked_ThenTwoNeedTwoLeads(int needed, int problems)
    {
        var settings = SampleCohort.Settings("c1").With(new ApprovalSettings { Needed = needed });
        var found = Ilnp.Cohort.CohortSettingsRules.Check(settings, web.Get<Ilnp.Texts.TextLanguages>())
            .Concat(settings.Of<ApprovalSettings>().Problems());
        Assert.Equal(problems, found.Count(problem => problem.Contains("needed", StringComparison.Ordinal)));
    }
}
