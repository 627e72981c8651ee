using System.Net;
using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Programme;
using Ilnp.Tests.Matching;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Approvals;

/// <summary>Somebody of the committee names another to decide in their place.</summary>
public sealed class HandingTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    readonly DateTimeOffset start = web.Clock.Now;

    public void Dispose() => web.Clock.Now = start;

    [Fact]
    public async Task GivenALead_WhenTheyNameAnother_ThenThatOneIsAskedAndRemindedAndBothPagesTellIt()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead), ("mia", CommitteeRole.Marketing));
        var before = await shared.PageAsync("lead");
        Assert.Contains(">Bea</bdi>", before, StringComparison.Ordinal);
        Assert.DoesNotContain(">Mia</bdi>", before, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, await shared.HandAsync("lead", "bea"));
        await ProposedCohort.Approval(web).AskMatchApproval(new(shared.Cohort, 1, 1, "none"));

        Assert.Contains("Zoë Müller asked Bea to decide this instead", await shared.PageAsync("lead"), StringComparison.Ordinal);
        Assert.Equal(
            ["decision-handed", "decision-reminder", "match-approval"], (await shared.MailsAsync("bea")).Order(StringComparer.Ordinal));
        Assert.Equal(["match-approval"], await shared.MailsAsync("lead"));
        await shared.PostAsync("bea", ("choice", "approve"));
        Assert.Contains("<bdi>Bea</bdi> approved this proposal", await shared.PageAsync("lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenANameThatWasGiven_WhenPressedTwiceOrFiveTimesAtOnce_ThenItIsWrittenDownAndToldOnce()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => shared.HandAsync("lead", "bea")));
        await shared.HandAsync("lead", "bea");

        Assert.Single(await web.Get<DecisionStore>().HandingsAsync(shared.Cohort, (await shared.DecisionAsync("lead"))!.DecisionId));
        Assert.Single(await shared.MailsAsync("bea"), mail => mail == "decision-handed");
        Assert.Empty(await web.Get<DecisionStore>().UnannouncedAsync(shared.Cohort));
    }

    [Theory]
    [InlineData("mia", null, "has no right to decide")]
    [InlineData("lead", null, "has no right to decide")]
    [InlineData("nobody", null, "has no right to decide")]
    [InlineData("bea", "2020-03-01", "within 90 days")]
    [InlineData("bea", "2022-03-01", "within 90 days")]
    [InlineData("bea", "soon", "within 90 days")]
    public async Task GivenSomebodyOrADayThatCannotBe_WhenPosted_ThenThePageSaysSoAndNothingIsWritten(string to, string? until, string said)
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead), ("mia", CommitteeRole.Marketing));
        using var answer = await web.Client.PostAsync(
            await shared.LinkAsync("lead"), new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [HandingPosts.Hand] = "yes",
                [HandingPosts.To] = to,
                [HandingPosts.Span] = until is null ? "once" : HandingPosts.Days,
                [HandingPosts.Until] = until ?? "",
            }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await shared.DecisionAsync("lead"))!.Handed);
    }

    [Fact]
    public async Task GivenSomebodyAwayUntilADay_WhenAsked_ThenTheOneWhoStandsInIsWrittenDownAndTheAwayOneNotReminded()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        var until = DateOnly.FromDateTime(web.Clock.Now.UtcDateTime).AddDays(20);

        Assert.Equal(HttpStatusCode.SeeOther, await shared.HandAsync("lead", "bea", $"{until:yyyy-MM-dd}"));
        Assert.Equal(HttpStatusCode.SeeOther, await shared.HandAsync("lead", "bea", $"{until:yyyy-MM-dd}"));

        var lead = (await web.Get<CohortStore>().FindNowAsync(shared.Cohort))!.Member("lead")!;
        Assert.Equal(("bea", until), (lead.Absence!.StandInId, lead.Absence.Until));
        Assert.Single(await shared.MailsAsync("bea"), mail => mail == "decision-handed");
        await ProposedCohort.Approval(web).AskMatchApproval(new(shared.Cohort, 1, 1, "none"));
        Assert.DoesNotContain("decision-reminder", await shared.MailsAsync("lead"));
    }

    [Fact]
    public async Task GivenAMailThatCouldNotBeSent_WhenTheSweepComes_ThenWhoeverWasNamedHears()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        var store = web.Get<DecisionStore>();
        var read = (await store.ReadAsync(shared.Cohort, (await shared.DecisionAsync("lead"))!.DecisionId, default))!;
        Assert.True(await store.TryHandAsync(read, new(read.Value.DecisionId, 1, web.Clock.Now, "lead", "bea"), default));
        Assert.Single(await store.UnannouncedAsync(shared.Cohort));

        await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<AnnouncementSweep>(web.Services)
            .AnnounceLeftDecisions(new(), web.Durable, default);

        Assert.Contains("decision-handed", await shared.MailsAsync("bea"));
        Assert.Empty(await store.UnannouncedAsync(shared.Cohort));
    }

    [Fact]
    public async Task GivenAPersonOfTheCohort_WhenTheyPostTheButton_ThenItIsNoButtonOfTheirs()
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "Zoë", "DE"));
        var link = await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = "availability-P1",
            Form = "availability",
            SubjectId = "P1",
            ClosesAt = web.Clock.Now.AddDays(9),
        });
        using var answer = await web.Client.PostAsync(
            link.PathAndQuery, new FormUrlEncodedContent(new Dictionary<string, string> { [HandingPosts.Hand] = "yes" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("id=\"hand\"", await web.Client.GetStringAsync(link.PathAndQuery), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenALiaisonsQuestion_WhenHandedToALead_ThenTheIdIsTheLeadsAndLaterLettersGoThere()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        var question = new DecisionRequest
        {
            CohortId = shared.Cohort,
            DecisionId = "liaison-silence-G099-1-0-liaison-P02",
            Form = ConcernQuestion.FormOf(ConcernKind.Silence),
            SubjectId = "liaison",
            ClosesAt = web.Clock.Now.AddDays(9),
            Facts = new Dictionary<string, string> { ["group"] = "G099", ["members"] = "A and B", ["about"] = "B", ["others"] = "A" },
        };
        var link = await web.Get<DecisionLinks>().OpenAsync(question);
        using var answer = await web.Client.PostAsync(link.PathAndQuery, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [HandingPosts.Hand] = "yes",
            [HandingPosts.To] = "bea",
            [HandingPosts.Span] = "once",
        }));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.NotNull(await web.Get<DecisionStore>().FindAsync(shared.Cohort, "liaison-silence-G099-1-0-bea-P02"));
        var settings = (await web.Get<CohortStore>().FindNowAsync(shared.Cohort))!;
        var (instead, member) = await web.Get<Handings>().InsteadAsync(question, settings.Member("liaison")!, default);
        Assert.Equal(("bea", "liaison-silence-G099-1-0-bea-P02"), (member.Id, instead.DecisionId));
    }

    [Fact]
    public async Task GivenTwoOfThem_WhenOneNamesTheOther_ThenThatOneStillCountsOnce()
    {
        var shared = await SharedApproval.MakeAsync(web, 2, ("bea", CommitteeRole.Lead), ("cem", CommitteeRole.Lead));
        await shared.HandAsync("lead", "bea");
        await shared.PostAsync("bea", ("choice", "approve"));
        Assert.Null((await shared.TallyAsync()).Outcome);
        await shared.PostAsync("cem", ("choice", "approve"));
        Assert.Equal("approve", (await shared.TallyAsync()).Outcome);
    }

    [Fact]
    public async Task GivenAHandingAndAnAnswer_WhenALeadReadsTheAudit_ThenItSaysWhoNamedWhomAndWhoDecided()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        await shared.HandAsync("lead", "bea");
        web.Clock.Now += TimeSpan.FromMinutes(1);
        await shared.PostAsync("bea", ("choice", "approve"));
        web.Clock.Now += TimeSpan.FromMinutes(1);

        var cookie = await Ilnp.Tests.Committee.CommitteeVisit.SignInAsync(web, shared.Cohort);
        var (_, html) = await Ilnp.Tests.Committee.CommitteeVisit.GetAsync(web, $"/cohorts/{shared.Cohort}/audit", cookie);

        Assert.Contains("named somebody to decide: The proposed pairs", html, StringComparison.Ordinal);
        Assert.Contains("Zoë Müller asked Bea to decide this instead", html, StringComparison.Ordinal);
        Assert.Contains("answered: The proposed pairs", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenWhoeverWasNamedLosesTheRole_WhenReminded_ThenWhoeverWasAskedIs()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead));
        await shared.HandAsync("lead", "bea");
        await shared.ChangeAsync(settings => settings with { Committee = [.. settings.Committee.Where(member => member.Id != "bea")] });
        await ProposedCohort.Approval(web).AskMatchApproval(new(shared.Cohort, 1, 1, "none"));
        Assert.Contains("decision-reminder", await shared.MailsAsync("lead"));
    }
}
