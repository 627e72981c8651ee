using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Tests.Approvals;
using Ilnp.Tests.Committee.Measured;
using Ilnp.Tests.Pages;
using Xunit.Abstractions;

namespace Ilnp.Tests.Committee.Overview;

/// <summary>What the overview takes of the storage account.</summary>
public sealed class OverviewTripsTests(FreshWebHostFixture web, ITestOutputHelper output) : IClassFixture<FreshWebHostFixture>
{
    /// <summary>
    /// Whether the session was ended, its cohort, and once each: people, groups, decisions, mails, problems, stoppages. The goal is five.
    /// </summary>
    const int Most = 8;

    /// <summary>While a proposal waits: the latest one, and how it stands.</summary>
    const int OfAProposal = 3;

    /// <summary>While leads are asked about possible duplicates: those that are undecided.</summary>
    const int OfDuplicates = 1;

    [Fact]
    public async Task GivenAPilot_WhenItsOverviewIsOpened_ThenEachStoreIsAskedOnce()
    {
        var cohort = await web.CohortAsync();
        await web.Get<PeopleStore>().AddManyAsync(cohort, Enumerable.Range(1, 60).Select(number =>
            SampleCohort.Person(cohort, $"P{number}", $"Person Number {number}", number % 2 == 0 ? "DE" : "GH", Standing.Eligible)));
        foreach (var number in Enumerable.Range(1, 60)) await AskAsync(cohort, "availability", $"P{number}", $"P{number}");
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var measure = await PageMeasure.OfAsync(web, output, "overview, 60 people", $"/cohorts/{cohort}", cookie);

        Assert.InRange(measure.Trips, 1, Most);
    }

    [Fact]
    public async Task GivenMuchThatWaitsForTheCommittee_WhenItsOverviewIsOpened_ThenNothingIsReadForEachOfIt()
    {
        var cohort = await web.CohortAsync([.. Enumerable.Range(1, 12)
            .Select(number => SampleCohort.Person("", $"P{number}", $"Person {number}", "DE", Standing.Eligible))]);
        foreach (var number in Enumerable.Range(1, 6))
        {
            await web.Get<GroupStore>().TryAddAsync(new()
            {
                CohortId = cohort,
                GroupId = $"G00{number}",
                Members = [$"P{number}", $"P{number + 6}"],
                Status = GroupStatus.Active,
                LiaisonId = "liaison",
                FormedAt = web.Clock.Now,
            });
            await AskAsync(cohort, "liaison-quiet", $"G00{number}-1-1-liaison-P{number}", "liaison");
            await AskedDuplicate.KeepAsync(web, cohort, $"P{number}", $"P{number + 6}");
            await AskAsync(cohort, "duplicate", $"P{number}-P{number + 6}-lead", "lead");
        }

        await AskAsync(cohort, "match-approval", "1-lead", "lead");
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var measure = await PageMeasure.OfAsync(web, output, "overview, 13 questions to the committee", $"/cohorts/{cohort}", cookie);
        var before = await WaitingAsync(cohort, cookie);
        await web.Get<GroupStore>().UpdateAsync(cohort, "G001", group => group with { Status = GroupStatus.Dissolved });
        await web.Get<PeopleStore>().UpdateAsync(cohort, "P12", person => person with { Standing = Standing.Asked });

        Assert.InRange(measure.Trips, 1, Most + OfAProposal + OfDuplicates);
        Assert.Equal((13, 6), (before, await WaitingAsync(cohort, cookie)));
    }

    /// <summary>Questions on the list of what waits for the committee.</summary>
    async Task<int> WaitingAsync(string cohort, string cookie)
    {
        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", cookie);
        var list = html[html.IndexOf("<ul class=\"waits\">", StringComparison.Ordinal)..];
        return list[..list.IndexOf("</ul>", StringComparison.Ordinal)].Split("<li>").Length - 1;
    }

    Task AskAsync(string cohort, string form, string about, string subject) => web.Get<DecisionLinks>().OpenAsync(new()
    {
        CohortId = cohort,
        DecisionId = $"{form}-{about}",
        Form = form,
        SubjectId = subject,
        ClosesAt = web.Clock.Now.AddDays(3),
    });
}
