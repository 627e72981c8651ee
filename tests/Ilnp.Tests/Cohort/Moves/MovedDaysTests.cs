using Ilnp.Announcements;
using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Care.Concerns;
using Ilnp.Care.Letters;
using Ilnp.Care.Rematching;
using Ilnp.Care.Weeks;
using Ilnp.Cohort;
using Ilnp.Cohort.Moves;
using Ilnp.Introductions;
using Ilnp.Mail.Quiet;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Surveys;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Cohort.Moves;

/// <summary>Every orchestration that waits for a day of the cohort hears when it is moved.</summary>
public sealed class MovedDaysTests
{
    static readonly CohortPlan Plan = Moving.Plan;
    static readonly string Cohort = InstanceIds.Cohort(Plan.CohortId);

    static Task<OrchestrationMetadata> RunAsync(Script script) =>
        script.RunAsync(nameof(CohortOrchestrator), new CohortCheckpoint(Plan), Cohort, Plan.End.AddDays(90));

    static DateTime? First(Script script, string activity) => script.CallsOf(activity).Select(call => (DateTime?)call.At).FirstOrDefault();

    [Theory]
    [InlineData(7, 3)]
    [InlineData(-5, 10)]
    [InlineData(1, 0.01)]
    public async Task GivenTheDeadline_WhenItIsMovedWhileApplicationsAreOpen_ThenTheReviewBeginsThenAndOnce(int days, double before)
    {
        var script = CohortOrchestratorTests.Script()
            .Happens(
                Plan.ApplicationsClose.AddDays(-before), Cohort, DatesMoved.EventName, Moving.Heard(1, (CohortDay.ApplicationsClose, days)))
            .Happens(
                Plan.ApplicationsClose.AddDays(-before).AddMinutes(10),
                Cohort,
                DatesMoved.EventName,
                Moving.Heard(1, (CohortDay.ApplicationsClose, days)));

        var instance = await RunAsync(script);

        Assert.Equal(Plan.ApplicationsClose.AddDays(days), Assert.Single(script.CallsOf("Review")).At);
        Assert.Equal(Plan.AskAvailability, First(script, "Availability"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task GivenTwoMoves_WhenTheEarlierIsHeardLast_ThenTheLaterCounts()
    {
        var script = CohortOrchestratorTests.Script()
            .Happens(Plan.Announce.AddDays(5), Cohort, DatesMoved.EventName, Moving.Heard(2, (CohortDay.ApplicationsClose, 3)))
            .Happens(Plan.Announce.AddDays(6), Cohort, DatesMoved.EventName, Moving.Heard(1, (CohortDay.ApplicationsClose, 7)));

        await RunAsync(script);

        Assert.Equal(Plan.ApplicationsClose.AddDays(3), First(script, "Review"));
    }

    [Fact]
    public async Task GivenAMoveAtTheVeryMomentAStepBegins_WhenItIsHeard_ThenTheStepIsDoneOnceAndWhatIsAheadIsMoved()
    {
        var script = CohortOrchestratorTests.Script()
            .Happens(
                Plan.ApplicationsClose,
                Cohort,
                DatesMoved.EventName,
                Moving.Heard(1, (CohortDay.ApplicationsClose, 7), (CohortDay.AskAvailability, 4)));

        var instance = await RunAsync(script);

        Assert.Equal(Plan.ApplicationsClose, Assert.Single(script.CallsOf("Review")).At);
        Assert.Equal(Plan.AskAvailability.AddDays(4), Assert.Single(script.CallsOf("Availability")).At);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task GivenTheWholePlan_WhenEveryDayIsMovedBeforeItBegins_ThenEachStepComesOnItsNewDay()
    {
        var script = CohortOrchestratorTests.Script();
        var days = Cohorts.Pilot.Dates.Days.Where(day =>
            day is not (CohortDay.MidSurveyCloses or CohortDay.End or CohortDay.FinalSurveyCloses)).ToList();
        var moved = new List<(string, int)>();
        foreach (var day in days)
        {
            moved.Add((day, 2));
            // What follows from the introductions has gone with them.
            var dates = moved.Aggregate(
                Cohorts.Pilot.Dates, (all, one) => all.Moving(one.Item1, Cohorts.Pilot.Dates.On(one.Item1).AddDays(2)));
            var heard = new DatesMoved(CohortPlan.From(Cohorts.Pilot with { Dates = dates with { Moves = moved.Count } }));
            script.Happens(new ProgrammeCalendar(Cohorts.Pilot).Of(day).AddHours(-20), Cohort, DatesMoved.EventName, heard);
        }

        await RunAsync(script);

        Assert.Equal(Plan.Announce.AddDays(2), First(script, nameof(AnnouncementActivities.SendAnnouncement)));
        Assert.Equal(Plan.ApplicationsClose.AddDays(2), First(script, "Review"));
        Assert.Equal(Plan.AskAvailability.AddDays(2), First(script, "Availability"));
        Assert.Equal(Plan.Introduce.AddDays(2), First(script, nameof(IntroductionActivities.SendIntroduction)));
        Assert.Equal(
            Plan.Prompts.Select(prompt => prompt.AddDays(2)),
            script.CallsOf(nameof(PromptActivities.SendPrompt)).Select(call => call.At).Distinct());
        Assert.Equal(Plan.MidSurvey.AddDays(2), Assert.Single(script.CallsOf(nameof(SurveyActivities.StartSurvey))).At);
        Assert.Equal(Plan.FinalSurvey.AddDays(2), First(script, "Survey"));
    }

    [Theory]
    [InlineData(1, 40)]
    [InlineData(-25, 28)]
    [InlineData(28, 30)]
    public async Task GivenTheHalfWaySurvey_WhenItIsMovedIntoAnotherMonth_ThenItBeginsOnceOnItsNewDay(int days, int before)
    {
        var script = CohortOrchestratorTests.Script().Happens(
            Plan.MidSurvey.AddDays(-before), Cohort, DatesMoved.EventName, Moving.Heard(1, (CohortDay.MidSurvey, days)));

        await RunAsync(script);

        Assert.Equal(Plan.MidSurvey.AddDays(days), Assert.Single(script.CallsOf(nameof(SurveyActivities.StartSurvey))).At);
        Assert.Equal(Plan.FinalSurvey, First(script, "Survey"));
    }

    [Fact]
    public async Task GivenAPrompt_WhenItIsMovedPastTheHalfWaySurvey_ThenBothComeOnTheirDaysAndNothingTwice()
    {
        var prompt = (Plan.MidSurvey - Plan.Prompts[1]).Days;
        var script = CohortOrchestratorTests.Script()
            .Happens(Plan.Prompts[1].AddDays(-1), Cohort, DatesMoved.EventName, Moving.Heard(1, (CohortDay.Prompt(2), prompt + 2)));

        await RunAsync(script);

        Assert.Equal(Plan.MidSurvey, Assert.Single(script.CallsOf(nameof(SurveyActivities.StartSurvey))).At);
        Assert.Equal(
            [Plan.Prompts[0], Plan.Prompts[1].AddDays(prompt + 2), Plan.Prompts[2], Plan.Prompts[3]],
            script.CallsOf(nameof(PromptActivities.SendPrompt)).Select(call => call.At).Distinct());
    }

    [Fact]
    public async Task GivenAnInquiry_WhenItsLastDayIsMoved_ThenRemindersAndTheEndMoveWithIt()
    {
        const string instance = "availability-2020-spring";
        var script = new Script(Plan.AskAvailability)
            .Orchestrator<CohortPlan>(nameof(AvailabilityOrchestrator), AvailabilityOrchestrator.Run)
            .On(nameof(ChoosingActivities.ChooseWhomToAsk), _ => new[] { "a" })
            .On(nameof(QuietActivities.ListAsleep), _ => Array.Empty<Asleep>())
            .On(nameof(AvailabilityActivities.AskAvailability))
            .On(nameof(WaitingListActivities.ListNotChosen), _ => Array.Empty<string>())
            .On(nameof(AvailabilityActivities.ListSilent), _ => new[] { "a" })
            .On(nameof(AvailabilityActivities.RemindAvailability))
            .On(nameof(AvailabilityActivities.CloseAvailability))
            .On(nameof(ChoosingActivities.FormGroups), _ => 0)
            .On(nameof(WaitingListActivities.ListStandby), _ => Array.Empty<string>())
            .Happens(
                Plan.AvailabilityReminders[0].AddHours(-1),
                instance,
                DatesMoved.EventName,
                Moving.Heard(1, (CohortDay.AvailabilityCloses, 3)))
            .Happens(
                Plan.AvailabilityCloses.AddDays(3).AddHours(-1),
                instance,
                DatesMoved.EventName,
                Moving.Heard(2, (CohortDay.AvailabilityCloses, 6)));

        await script.RunAsync(nameof(AvailabilityOrchestrator), Plan, instance, Plan.Introduce);

        Assert.Equal(
            [.. Plan.AvailabilityReminders.Select(reminder => reminder.AddDays(3)), Plan.AvailabilityReminders[1].AddDays(6)],
            script.CallsOf(nameof(AvailabilityActivities.RemindAvailability)).Select(call => call.At));
        Assert.Equal(
            Plan.AvailabilityCloses.AddDays(6), Assert.Single(script.CallsOf(nameof(AvailabilityActivities.CloseAvailability))).At);
    }

    [Fact]
    public async Task GivenAnOpenSurvey_WhenItsLastDayIsMoved_ThenTheReminderAndTheEndMoveWithIt()
    {
        var survey = new SurveyRound("c", SurveyKind.Mid, 14) { Closes = Plan.MidSurveyCloses };
        var script = new Script(Plan.MidSurvey)
            .Orchestrator<SurveyRound>(nameof(SurveyOrchestrator), SurveyOrchestrator.Run)
            .On(nameof(SurveyActivities.ListSurveyed), _ => new[] { "a" })
            .On(nameof(SurveyActivities.InviteToSurvey))
            .On(nameof(SurveyActivities.RemindOfSurvey))
            .On(nameof(SurveyActivities.TellLiaisonsOfNoContact))
            .Happens(Plan.MidSurvey.AddDays(2), "survey", DatesMoved.EventName, Moving.Heard(1, (CohortDay.MidSurveyCloses, 4)));

        await script.RunAsync(nameof(SurveyOrchestrator), survey, "survey", Plan.MidSurvey.AddDays(40));

        var closes = Plan.MidSurveyCloses!.Value.AddDays(4);
        Assert.Equal(
            Plan.MidSurvey + ((closes - Plan.MidSurvey) / 2), Assert.Single(script.CallsOf(nameof(SurveyActivities.RemindOfSurvey))).At);
        Assert.Equal(closes, Assert.Single(script.CallsOf(nameof(SurveyActivities.TellLiaisonsOfNoContact))).At);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-10)]
    public async Task GivenTheEnd_WhenItIsMoved_ThenGroupsWeeksAndRematchesEndThen(int days)
    {
        var heard = Moving.Heard(1, (CohortDay.End, days));
        var (at, end) = (Plan.End.AddDays(-20), Plan.End.AddDays(days));
        var group = new Script(Plan.Introduce)
            .Orchestrator<GroupCheckpoint>(nameof(GroupOrchestrator), GroupOrchestrator.Run)
            .On(nameof(CareActivities.AskPulse), _ => new[] { "a", "b" })
            .On(nameof(CareActivities.ListMembers), _ => new[] { "a", "b" })
            .On(nameof(ConcernActivities.Reconnect))
            .On(nameof(DeciderActivities.AskToDecide))
            .On(nameof(CareActivities.CompleteGroup))
            .Happens(at, "group", DatesMoved.EventName, heard);
        await group.RunAsync(
            nameof(GroupOrchestrator),
            new GroupCheckpoint("c", "G001", Plan.End.AddDays(-15), Plan.End, new()),
            "group",
            Plan.End.AddDays(40));
        Assert.Equal(end, Assert.Single(group.CallsOf(nameof(CareActivities.CompleteGroup))).At);

        var weeks = new Script(Plan.Introduce)
            .Orchestrator<LiaisonWeeks>(nameof(LiaisonWeeksOrchestrator), LiaisonWeeksOrchestrator.Run)
            .On(nameof(LiaisonWeekActivities.ListLiaisonsWithGroups), _ => new[] { "ben" })
            .On(nameof(LiaisonWeekActivities.WriteLiaisonWeek))
            .Happens(at, "weeks", DatesMoved.EventName, heard);
        await weeks.RunAsync(nameof(LiaisonWeeksOrchestrator), LiaisonWeeks.Of(Plan), "weeks", Plan.End.AddDays(40));
        var last = weeks.CallsOf(nameof(LiaisonWeekActivities.WriteLiaisonWeek))[^1].At;
        Assert.InRange(last, end.AddDays(-7), end.AddTicks(-1));

        var queue = new Script(Plan.Introduce)
            .Orchestrator<RematchQueue>(nameof(RematchQueueOrchestrator), RematchQueueOrchestrator.Run)
            .Happens(at, "care", DatesMoved.EventName, heard);
        var instance = await queue.RunAsync(nameof(RematchQueueOrchestrator), Plan, "care", end.AddMinutes(-1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
    }

    [Fact]
    public async Task GivenAMove_WhenItIsTold_ThenStepsHearTwiceAndTheCommitteeOnce()
    {
        var at = new DateTimeOffset(Plan.Announce.AddDays(3), TimeSpan.Zero);
        var script = MoveScript(at.UtcDateTime);

        await script.RunAsync(
            nameof(DatesOrchestrator), Moving.Move(at, (CohortDay.ApplicationsClose, 7)), "dates", at.UtcDateTime.AddDays(1));

        Assert.Equal(
            [at.UtcDateTime, at.UtcDateTime.AddMinutes(10)], script.CallsOf(nameof(MoveActivities.TellSteps)).Select(call => call.At));
        Assert.Equal(4, script.CallsOf(nameof(MoveLetters.WriteMove)).Count);
        Assert.Single(script.CallsOf(nameof(AnnouncementActivities.RenewAnnouncement)));
        Assert.Single(script.CallsOf(nameof(MoveLetters.TellCommittee)));
    }

    internal static Script MoveScript(DateTime begin, string? histories = null) => new Script(begin) { Histories = histories }
        .Orchestrator<DatesMove>(nameof(DatesOrchestrator), DatesOrchestrator.Run)
        .On(nameof(MoveActivities.TellSteps))
        .On(nameof(MoveActivities.MoveQuestions))
        .On(nameof(MoveLetters.ListConcerned), _ => new[] { "a", "b" })
        .On(nameof(MoveLetters.WriteMove))
        .On(nameof(MoveLetters.TellCommittee))
        .On(nameof(AnnouncementActivities.RenewAnnouncement));
}
