using System.Net;
using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Matching;

/// <summary>A lead's link about a proposal, in every state that the proposal can be in.</summary>
public sealed class MatchApprovalCheckTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    readonly DateTimeOffset start = web.Clock.Now;

    public void Dispose() => web.Clock.Now = start;

    [Fact]
    public async Task GivenGroupsInAFreeNote_WhenTheProposalIsSentBack_ThenNobodyIsSeparated()
    {
        var cohort = await ProposedCohort.MakeAsync(web);

        var (status, _) = await MatchApprovals.AnswerAsync(web, cohort, 1, ("choice", "revise"), ("note", "G001 is lovely"));
        var apart = await ProposedCohort.Activities(web).ReadSeparations(new(cohort, 1, []));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Empty(apart);
        Assert.Empty((await web.Get<WishStore>().LatestAsync(cohort)).Wishes);
    }

    [Theory]
    [InlineData("keep", "G999", "G999")]
    [InlineData("apart", "G001, G777", "G777")]
    [InlineData("apart", "the second one", "the second one")]
    [InlineData("together", "Person 1, Nobody", "Person 1, Nobody")]
    public async Task GivenWordsThatNameNothingInIt_WhenSentBack_ThenThePageAsksWhatIsMeantAndRecordsNothing(
        string field, string words, string asked)
    {
        var cohort = await ProposedCohort.MakeAsync(web);

        var (status, html) = await MatchApprovals.AnswerAsync(web, cohort, 1, ("choice", "revise"), (field, words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"or more than one: <bdi>{asked}</bdi>", html, StringComparison.Ordinal);
        Assert.Equal(0, (await MatchApprovals.DecisionAsync(web, cohort, 1))!.Version);
    }

    [Theory]
    [InlineData("approve", "apart", "G001", "no effect when the proposal is approved")]
    [InlineData("revise", "apart", "G001", null)]
    [InlineData("revise", "keep", "person 0", null)]
    [InlineData("revise", "together", "Person 1, person 2\nPerson 3 + Person 4", null)]
    public async Task GivenWishes_WhenPosted_ThenOnlyARevisionTakesThem(string choice, string field, string words, string? said)
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var (status, html) = await MatchApprovals.AnswerAsync(web, cohort, 1, ("choice", choice), (field, words));
        Assert.Equal(said is null ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(said ?? "sent this proposal back", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenANewerProposal_WhenTheOldLinkIsPressed_ThenNothingIsRecordedAndThePageLeadsToTheNewer()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        await MatchApprovals.LinkAsync(web, cohort, 1);
        await ProposedCohort.Activities(web).ProposeMatches(new(cohort, 2, []));

        var (_, html) = await MatchApprovals.AnswerAsync(web, cohort, 1, ("choice", "approve"));

        Assert.Contains("There is a newer proposal", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/cohorts/{cohort}/matching\"", html, StringComparison.Ordinal);
        Assert.Equal(0, (await MatchApprovals.DecisionAsync(web, cohort, 1))!.Version);
    }

    [Fact]
    public async Task GivenAnApproval_WhenTheLeadThinksAgain_ThenThePageSaysThatItCountsAndKeepsIt()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var (_, approved) = await MatchApprovals.AnswerAsync(web, cohort, 1, ("choice", "approve"));
        var (_, again) = await MatchApprovals.AnswerAsync(web, cohort, 1, ("choice", "revise"));

        Assert.Contains("approved this proposal on", approved, StringComparison.Ordinal);
        Assert.DoesNotContain("change your answer", approved, StringComparison.Ordinal);
        Assert.Contains("approved this proposal on", again, StringComparison.Ordinal);
        Assert.Equal(
            (1, "approve"),
            ((await MatchApprovals.DecisionAsync(web, cohort, 1))!.Version, (await MatchApprovals.DecisionAsync(web, cohort, 1))!.Choice));
        Assert.NotEmpty(web.Mails("decision-taken"));
    }

    [Fact]
    public async Task GivenPeopleWhoMayHaveAppliedTwice_WhenThePageIsOpened_ThenItNamesThem()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        await web.Get<PeopleStore>().TryAddAsync(
            SampleCohort.Person(cohort, "Q1", "王小明", "CN", Standing.HeldBack) with { Reasons = [ReasonCode.PossibleDuplicate] });
        var html = await web.Client.GetStringAsync(await MatchApprovals.LinkAsync(web, cohort, 1));
        Assert.Contains("applied twice: <bdi>王小明</bdi>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-04-10", "After an approval the inquiries go out on", null)]
    [InlineData("2020-04-20", "They go out as soon as somebody approves", null)]
    [InlineData("2020-05-02", "They go out as soon as somebody approves", "they wait until the answers are in")]
    public async Task GivenAnApprovalThatComesInTimeOrLate_WhenThePageIsOpened_ThenItSaysWhatThatDoesToTheDates(
        string day, string said, string? also)
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var link = await MatchApprovals.LinkAsync(web, cohort, 1);
        web.Clock.Now = DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var html = await web.Client.GetStringAsync(link);
        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Equal(also is not null, html.Contains("they wait until the answers are in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenASecondProposal_WhenLeadsAreAsked_ThenTheMailSaysWhatIsDifferent()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var first = (await web.Get<GroupStore>().ListAsync(cohort))[0];
        await MatchApprovals.AnswerAsync(web, cohort, 1, ("choice", "revise"), ("apart", first.GroupId));
        var activities = ProposedCohort.Activities(web);
        await activities.ProposeMatches(new(cohort, 2, await activities.ReadSeparations(new(cohort, 1, []))));
        await ProposedCohort.Approval(web).AskMatchApproval(new(cohort, 2, 0, "none"));

        var changes = ProposalChanges.Between(
            (await web.Get<ProposalStore>().FindAsync(cohort, 1))!, (await web.Get<ProposalStore>().FindAsync(cohort, 2))!);
        Assert.Contains(changes.Gone, members => members.SequenceEqual(first.Members));
        var mail = (await web.Get<Ilnp.Mail.LocalMailbox>().ReadAsync(
            web.Mails("match-approval").OrderBy(entry => entry.FileName, StringComparer.Ordinal).Last().FileName))!;
        Assert.Contains("different from the proposal before", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains(
            $"{changes.New.Count} are new", mail.Text.Unwrapped().Replace("*", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenNobodyFits_WhenLeadsAreAsked_ThenNoMailAsksToApproveNoPairs()
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P01", "Person 1", "GH"));
        await ProposedCohort.Activities(web).ProposeMatches(new(cohort, 1, []));
        await ProposedCohort.Approval(web).AskMatchApproval(new(cohort, 1, 0, "none"));

        Assert.Equal(["match-none"], (await web.Get<Ilnp.Mail.Ledger.MailLedger>().ListAsync(cohort)).Select(mail => mail.Template));
        Assert.Contains(
            "There is no pair in this proposal",
            await web.Client.GetStringAsync(await MatchApprovals.LinkAsync(web, cohort, 1)),
            StringComparison.Ordinal);
    }
}
