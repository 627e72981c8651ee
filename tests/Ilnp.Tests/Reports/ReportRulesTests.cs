using Ilnp.Programme;
using Ilnp.Reports;

namespace Ilnp.Tests.Reports;

public sealed class ReportRulesTests
{
    static readonly CohortReport Pilot = SampleCohort.Report(SampleCohort.Pilot());

    [Fact]
    public void GivenThePilot_WhenComputed_ThenTheHeadlinesAreItsOwn()
    {
        Assert.Equal(
            (488, 470, 97, 70, 31), (Pilot.Submissions, Pilot.Applicants, Pilot.Participants, Pilot.CountriesApplied, Pilot.Certificates));
        Assert.Equal(new GroupFigures(Pairs: 47, Trios: 1, Rematched: 4, Ended: 1), Pilot.Groups);
        Assert.Equal((38, 42), (Pilot.Satisfied.Count, Pilot.Satisfied.Of));
        Assert.Equal((42, 42), (Pilot.WouldRecommend.Count, Pilot.WouldRecommend.Of));
        Assert.Equal(300, Pilot.Waiting);
        Assert.Equal((new DateOnly(2020, 5, 1), new DateOnly(2020, 8, 31)), (Pilot.From, Pilot.To));
    }

    [Fact]
    public void GivenSecondPairs_WhenComputed_ThenThoseWhoMetAreCounted()
    {
        SecondPair met = new()
        {
            CohortId = "c",
            PairId = "S001",
            Members = ["P1", "P2"],
            Status = SecondPairStatus.Active,
            IntroducedAt = new(2020, 6, 20, 9, 0, 0, TimeSpan.Zero),
        };
        var report = SampleCohort.Report(SampleCohort.Pilot() with { SecondPairs = [met, met with { IntroducedAt = null }] });
        Assert.Equal((1, 0), (report.Groups.SecondPairs, report.Groups.SecondWishes));
    }

    [Fact]
    public void GivenThePilot_WhenComputed_ThenTheFunnelNarrows()
    {
        Assert.Equal([470, 460, 160, 144, 97, 97], Pilot.Funnel.Select(step => step.Count));
        Assert.All(Pilot.Funnel, step => Assert.Equal(470, step.Of));
    }

    [Fact]
    public void GivenACohort_WhenItsDaysAreAskedFor_ThenTheyEndWithItOrToday()
    {
        var cohort = SampleCohort.Settings;
        Assert.Equal((cohort.Dates.Announce, cohort.Dates.End), ReportRules.DaysOf(cohort, cohort.Dates.End.AddDays(300)));
        Assert.Equal((cohort.Dates.Announce, new(2020, 6, 1)), ReportRules.DaysOf(cohort, new(2020, 6, 1)));
    }

    [Fact]
    public void GivenOtherCohorts_WhenOneDayIsInCommon_ThenTheyAreBeside()
    {
        var cohort = SampleCohort.Settings;
        var next = cohort with { Id = "next", Dates = cohort.Dates with { Announce = cohort.Dates.End } };
        var later = next with { Id = "later", Dates = next.Dates with { Announce = cohort.Dates.End.AddDays(1) } };
        Assert.Equal(1, ReportRules.OthersBeside(cohort, [cohort, next, later]));
    }

    [Fact]
    public void GivenAChoice_WhenComputed_ThenSharesAreOfThoseWhoAnsweredIt()
    {
        var often = Pilot.MidSurvey.Questions.Single(question => question.Key == "q5");

        Assert.Equal([10, 8, 12, 15, 8], often.Options.Select(option => option.Count));
        Assert.Equal(18.87, often.Options[0].Percent, 2);
        Assert.Equal("If you are in contact: how often?", often.Title);
        Assert.DoesNotContain(Pilot.MidSurvey.Questions, question => question.Key is "q1" or "q9" or "q10" or "q11-name");
    }

    [Fact]
    public void GivenSeveralAnswersOfOnePerson_WhenComputed_ThenEachCountsOfThePeople()
    {
        var tools = Pilot.MidSurvey.Questions.Single(question => question.Key == "q6");

        Assert.True(tools.Several);
        Assert.Equal((53, 53), (tools.Options[0].Count, tools.Options[0].Of));
        Assert.Equal(18, tools.Options[1].Count);
    }

    [Fact]
    public void GivenConsent_WhenQuoted_ThenOnlyWhatWasAgreedToIsShown()
    {
        Assert.DoesNotContain(Pilot.Comments, comment => comment.Text.Contains("private", StringComparison.Ordinal));
        Assert.Null(Pilot.Comments.Single(comment => comment.Text.StartsWith("很好", StringComparison.Ordinal)).By);
        Assert.Equal("Zoë <b>Muñoz</b>", Pilot.Comments[0].By);
        Assert.DoesNotContain("@", string.Concat(Pilot.Comments.Select(comment => comment.Text + comment.By)), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenNothing_WhenComputed_ThenNothingIsDividedByIt()
    {
        var report = SampleCohort.Report(SampleCohort.Empty);

        Assert.Equal((0, 0, 0), (report.Applicants, report.CountriesApplied, report.Satisfied.Of));
        Assert.All(report.Funnel, step => Assert.Equal(0, step.Percent));
        Assert.Empty(report.Comments);
    }

    [Theory]
    [InlineData(Standing.Ineligible, 1, 0, 0, 0)]
    [InlineData(Standing.HeldBack, 1, 0, 0, 0)]
    [InlineData(Standing.Eligible, 1, 1, 0, 0)]
    [InlineData(Standing.Asked, 1, 1, 1, 0)]
    [InlineData(Standing.Silent, 1, 1, 1, 0)]
    [InlineData(Standing.Declined, 1, 1, 1, 0)]
    [InlineData(Standing.Later, 1, 1, 1, 0)]
    [InlineData(Standing.Available, 1, 1, 1, 1)]
    [InlineData(Standing.Active, 1, 1, 1, 1)]
    [InlineData(Standing.Left, 1, 1, 1, 1)]
    public void GivenOnePerson_WhenComputed_ThenTheyCountUpToWhereTheyStand(
        Standing standing, int applied, int eligible, int asked, int yes)
    {
        var report = SampleCohort.Report(SampleCohort.Empty with { People = [SampleCohort.Person(1, "KE", standing)] });

        Assert.Equal([applied, eligible, asked, yes], report.Funnel.Take(4).Select(step => step.Count));
        Assert.Equal("Kenya", report.Countries[0].Name);
    }

    [Fact]
    public void GivenAnUnknownCountryCode_WhenComputed_ThenTheCodeIsItsName() =>
        Assert.Equal(
            "ZZ",
            SampleCohort.Report(SampleCohort.Empty with { People = [SampleCohort.Person(1, "ZZ", Standing.Eligible)] }).Countries[0].Name);
}
