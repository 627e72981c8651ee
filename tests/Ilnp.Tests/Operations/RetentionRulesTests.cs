using Ilnp.Intake;
using Ilnp.Operations;
using Ilnp.Operations.Retention;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Operations;

/// <summary>What is due to go, and not a day before.</summary>
public sealed class RetentionRulesTests
{
    static readonly CohortSettings Cohort = SampleCohort.Settings("c");
    static readonly DateTimeOffset End = new(new ProgrammeCalendar(Cohort).End, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 364, false)]
    [InlineData(null, 365, true)]
    [InlineData(90, 89, false)]
    [InlineData(90, 90, true)]
    public void GivenACohort_WhenDaysHavePassedSinceItsEnd_ThenItIsOverByItsSettings(int? keepDays, int days, bool isOver)
    {
        var cohort = keepDays is { } own ? Cohort.With(new PrivacySettings { KeepDays = own }) : Cohort;
        Assert.Equal(isOver, RetentionRules.IsOver(cohort, End.AddDays(days)));
        Assert.Empty(cohort.Of<PrivacySettings>().Problems());
        Assert.Single(new PrivacySettings { KeepDays = 30 }.Problems());
    }

    [Theory]
    [InlineData(2020, 3, 10, "2020-06-29")] // while applications are open: from their last day
    [InlineData(2020, 5, 1, "2020-07-30")] // later: from its own day
    public void GivenAMessage_WhenItComes_ThenItsLastDayFollowsFromTheDeadlineOrItself(int year, int month, int day, string until) =>
        Assert.Equal(DateOnly.Parse(until), new IntakeSettings().RawUntil(Cohort, new(year, month, day, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("intake-c-a1", OrchestrationRuntimeStatus.Completed, 89, false, false)]
    [InlineData("intake-c-a1", OrchestrationRuntimeStatus.Completed, 90, false, true)]
    [InlineData("erasure-c-P1", OrchestrationRuntimeStatus.Completed, 90, false, true)]
    [InlineData("intake-c-a1", OrchestrationRuntimeStatus.Failed, 400, false, false)]
    [InlineData("group-c-G001", OrchestrationRuntimeStatus.Completed, 400, false, false)]
    [InlineData("group-c-G001", OrchestrationRuntimeStatus.Completed, 1, true, true)]
    [InlineData("group-c-G001", OrchestrationRuntimeStatus.Failed, 1, true, true)]
    [InlineData("group-c-G001", OrchestrationRuntimeStatus.Running, 1, true, false)]
    [InlineData("longer-c-G001", OrchestrationRuntimeStatus.Running, 400, true, false)]
    [InlineData("longer-c-G001", OrchestrationRuntimeStatus.Completed, 1, true, true)]
    [InlineData("cohort-c", OrchestrationRuntimeStatus.Completed, 400, true, false)]
    [InlineData("something", OrchestrationRuntimeStatus.Completed, 400, false, false)]
    public void GivenAnOrchestration_WhenItHasEnded_ThenItsHistoryGoesWithItsDaysOrItsCohort(
        string id, OrchestrationRuntimeStatus status, int days, bool isOver, bool isDue) =>
        Assert.Equal(
            isDue,
            RetentionRules.IsDue(
                new("Any", id) { RuntimeStatus = status, LastUpdatedAt = End }, StepInstance.Of(id, ["c"]), isOver, End.AddDays(days)));

    [Fact]
    public void GivenCohortsOfWhichSomethingIsHeld_WhenUsageIsLetGo_ThenItIsKeptFromTheFirstOfThemOn()
    {
        var today = Cohort.Dates.End.AddDays(100);
        var later = Cohort with { Dates = Cohort.Dates with { Announce = Cohort.Dates.Announce.AddDays(40) } };
        Assert.Equal(Cohort.Dates.Announce, RetentionRules.UsageBefore([later, Cohort], today));
        Assert.Equal(later.Dates.Announce, RetentionRules.UsageBefore([later], today));
        Assert.Equal(today, RetentionRules.UsageBefore([], today));
    }
}
