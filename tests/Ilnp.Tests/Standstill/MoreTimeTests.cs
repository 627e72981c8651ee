using Ilnp.Availability;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Care.Weeks;
using Ilnp.Continuing;
using Ilnp.Continuing.Letters;
using Ilnp.Continuing.Questions;
using Ilnp.Mail.Quiet;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Standstill;
using Ilnp.Surveys;
using Ilnp.Tests.Continuing;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Standstill;

/// <summary>Whoever could not be heard is not taken for silent.</summary>
public sealed class MoreTimeTests
{
    const string PutOff = nameof(MoreTimeActivities.PutOffQuestions), Still = nameof(MoreTimeActivities.WriteStillOpen);
    const string Told = nameof(LateLetters.TellLate), Closed = nameof(AvailabilityActivities.CloseAvailability);

    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);

    static Script With(Script script, params string[] open) => script
        .Orchestrator<LateThing, bool>(nameof(MoreTimeOrchestrator), MoreTimeOrchestrator.Run)
        .On(PutOff, _ => open)
        .On(Still)
        .On(Told);

    static Script Inquiry(params string[] open) => With(
        new Script(Plan.AskAvailability)
            .Orchestrator<CohortPlan>(nameof(AvailabilityOrchestrator), AvailabilityOrchestrator.Run)
            .On(nameof(ChoosingActivities.ChooseWhomToAsk), _ => new[] { "a", "b" })
            .On(nameof(QuietActivities.ListAsleep), _ => Array.Empty<Asleep>())
            .On(nameof(AvailabilityActivities.AskAvailability))
            .On(nameof(WaitingListActivities.ListNotChosen), _ => Array.Empty<string>())
            .On(nameof(AvailabilityActivities.ListSilent), _ => Array.Empty<string>())
            .On(Closed)
            .On(nameof(ChoosingActivities.FormGroups), _ => 0)
            .On(nameof(WaitingListActivities.ListStandby), _ => Array.Empty<string>()),
        open);

    static Task AskAsync(Script script) => script.RunAsync(nameof(AvailabilityOrchestrator), Plan, "availability", Plan.End);

    [Fact]
    public async Task GivenALastDayOnWhichNothingRan_WhenItRunsAgain_ThenWhoeverIsSilentHasTwoDaysMoreAndHearsIt()
    {
        var again = Plan.AvailabilityCloses.AddHours(9);
        var script = Inquiry("availability-a").StandsStill("availability", Plan.AvailabilityCloses.AddDays(-1), again);

        await AskAsync(script);

        Assert.Equal(
            new MoreTime(Plan.CohortId, ["availability-"], Plan.AvailabilityCloses, Plan.AvailabilityCloses.AddDays(3)),
            script.CallsOf(PutOff).Single().Read<MoreTime>(),
            Same);
        Assert.Equal(
            ("availability-a", Plan.AvailabilityCloses.AddDays(3)),
            (script.CallsOf(Still).Single().Read<StillOpen>().DecisionId, script.CallsOf(Still).Single().Read<StillOpen>().Until));
        Assert.Equal(["availability-a"], script.CallsOf(Told).Single().Read<LateThing>().Open);
        Assert.Equal(Plan.AvailabilityCloses.AddDays(3), script.CallsOf(Closed).Single().At);
    }

    [Fact]
    public async Task GivenNothingThatRunsOnTheNewLastDayEither_WhenItRunsAgain_ThenThereIsMoreTimeOnceMore()
    {
        var (first, second) = (Plan.AvailabilityCloses.AddHours(9), Plan.AvailabilityCloses.AddDays(4.5));
        var script = Inquiry("availability-a")
            .StandsStill("availability", Plan.AvailabilityCloses.AddDays(-1), first).StandsStill("availability", first.AddDays(1), second);

        await AskAsync(script);

        Assert.Equal(
            [Plan.AvailabilityCloses, Plan.AvailabilityCloses.AddDays(3)],
            script.CallsOf(PutOff).Select(call => call.Read<MoreTime>().Closed));
        Assert.Equal(Plan.AvailabilityCloses.AddDays(7), script.CallsOf(Closed).Single().At);
    }

    [Fact]
    public async Task GivenAnAppThatHardlyRuns_WhenEachLastDayIsMissed_ThenTheInquiryClosesInTheEnd()
    {
        var script = Inquiry("availability-a");
        for (var at = Plan.AvailabilityCloses.AddDays(-1); at < Plan.AvailabilityCloses.AddDays(12); at = at.AddDays(6))
            script.StandsStill("availability", at, at.AddDays(5.9));

        await script.RunAsync(nameof(AvailabilityOrchestrator), Plan, "availability", Plan.AvailabilityCloses.AddDays(26));

        Assert.Equal(2, script.CallsOf(PutOff).Count);
        Assert.Single(script.CallsOf(Closed));
    }

    [Fact]
    public async Task GivenNobodySilent_WhenTheLastDayIsReachedLate_ThenNothingWaits()
    {
        var again = Plan.AvailabilityCloses.AddHours(9);
        var script = Inquiry().StandsStill("availability", Plan.AvailabilityCloses.AddDays(-1), again);

        await AskAsync(script);

        Assert.Equal(again, script.CallsOf(Closed).Single().At);
        Assert.Empty(script.CallsOf(Told));
    }

    [Fact]
    public async Task GivenAnEngineThatIsSomeMinutesLate_WhenTheInquiryCloses_ThenNobodyHasMoreTime()
    {
        var script = Inquiry("availability-a")
            .StandsStill("availability", Plan.AvailabilityCloses.AddMinutes(-1), Plan.AvailabilityCloses.AddMinutes(50));

        await AskAsync(script);

        Assert.Empty(script.CallsOf(PutOff));
    }

    [Fact]
    public async Task GivenTheFinalSurvey_WhenNothingRanOnItsLastDay_ThenItStaysOpenBeforeCertificatesAreMade()
    {
        var again = Plan.FinalSurveyCloses!.Value.AddDays(3);
        var script = With(
            new Script(Plan.FinalSurvey)
                .Orchestrator<SurveyRound>(nameof(SurveyOrchestrator), SurveyOrchestrator.Run)
                .On(nameof(SurveyActivities.ListSurveyed), _ => Array.Empty<string>()),
            "final-survey-a").StandsStill("survey", Plan.FinalSurveyCloses.Value.AddDays(-1), again);
        var round = new SurveyRound(Plan.CohortId, SurveyKind.Final, Plan.SurveyDays)
        {
            Closes = Plan.FinalSurveyCloses,
            MoreDays = Plan.MoreDays,
        };

        var instance = await script.RunAsync(nameof(SurveyOrchestrator), round, "survey", Plan.End.AddDays(30));

        Assert.Equal(["final-survey-"], script.CallsOf(PutOff).Single().Read<MoreTime>().Questions);
        Assert.Equal(again.AddDays(2), instance.LastUpdatedAt.UtcDateTime);
    }

    [Fact]
    public async Task GivenTheWaitingListAndAPair_WhenNothingRanOnTheirLastDay_ThenBothCanStillSayYes()
    {
        var begin = Plan.Introduce.AddDays(20);
        var again = begin.AddDays(15);
        var script = With(
            new Script(begin)
                .Orchestrator<PlaceSearch>(nameof(PlaceSearchOrchestrator), PlaceSearchOrchestrator.Run)
                .Orchestrator<string>("Both", (context, _) => Task.WhenAll(
                    context.CallSubOrchestratorAsync(
                        nameof(PlaceSearchOrchestrator),
                        new PlaceSearch(Plan, 3) { Turn = new("a", 0), Asking = ["v"], PairId = "G002" },
                        new Microsoft.DurableTask.SubOrchestrationOptions(instanceId: "search")),
                    HearAsync(context)))
                .On(nameof(AvailabilityActivities.AskAvailability))
                .On(nameof(AvailabilityActivities.CloseInquiry))
                .On(nameof(RematchActivities.AskTrioConsent), _ => new PairAsked("G002", ["c", "d"]))
                .On("Needed"),
            "x").StandsStill("search", begin.AddDays(4), again)
            .Decides(again.AddHours(5), "search", InquiryForm.Answered, InquiryForm.DecisionId("v"), "v", InquiryForm.Yes)
            .Decides(again.AddHours(6), "search", TrioConsent.Answered, TrioConsent.DecisionId("G002", "a", "c"), "c", TrioConsent.Agree)
            .Decides(again.AddHours(7), "search", TrioConsent.Answered, TrioConsent.DecisionId("G002", "a", "d"), "d", TrioConsent.Agree);

        await script.RunAsync("Both", "c", InstanceIds.Care(Plan.CohortId), again.AddDays(9));

        Assert.Equal([again.AddHours(5), again.AddHours(7)], script.CallsOf("Needed").Select(call => call.At));
        Assert.Equal(again.AddHours(5), script.CallsOf(nameof(AvailabilityActivities.CloseInquiry)).Single().At);

        static async Task<object?> HearAsync(Microsoft.DurableTask.TaskOrchestrationContext context)
        {
            for (var needs = 0; needs < 2; needs++)
                await context.CallActivityAsync(
                    "Needed", await context.WaitForExternalEvent<Ilnp.Care.Concerns.RematchNeed>(Ilnp.Care.Concerns.RematchNeed.EventName));
            return null;
        }
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(8, 14)]
    [InlineData(0, 1)]
    public async Task GivenWeeksInWhichNothingRan_WhenItRunsAgain_ThenALiaisonGetsOneLetterAndTheNextOnItsDay(int from, int until)
    {
        var weeks = LiaisonWeeks.Of(Plan);
        var (still, again) = (weeks.Next.AddDays((7 * from) - 1), weeks.Next.AddDays((7 * until) + 2));
        var script = new Script(Plan.Introduce)
            .Orchestrator<LiaisonWeeks>(nameof(LiaisonWeeksOrchestrator), LiaisonWeeksOrchestrator.Run)
            .On(nameof(LiaisonWeekActivities.ListLiaisonsWithGroups), _ => new[] { "lia" })
            .On(nameof(LiaisonWeekActivities.WriteLiaisonWeek))
            .StandsStill("weeks", still, again);

        await script.RunAsync(nameof(LiaisonWeeksOrchestrator), weeks, "weeks", Plan.End.AddDays(1));

        var letters = script.CallsOf(nameof(LiaisonWeekActivities.WriteLiaisonWeek));
        Assert.All(
            letters.Zip(letters.Skip(1)),
            pair => Assert.True((pair.Second.At - pair.First.At).TotalDays > 3, $"{pair.First.At:O} {pair.Second.At:O}"));
        Assert.All(letters, letter => Assert.True(letter.At == again || (letter.At - weeks.Next).TotalDays % 7 == 0, $"{letter.At:O}"));
        Assert.Equal(Enumerable.Range(1, letters.Count), letters.Select(letter => letter.Read<LiaisonWeekOf>().Number));
    }

    [Fact]
    public async Task GivenAGroupThatGoesOn_WhenNothingRanForMonths_ThenOnlyTheTopicsOfTodayComeAndTheLeadsHearIt()
    {
        var again = LongerPlay.Dates.Prompts[2].AddDays(1);
        var stand = LongerPlay.Stand(Consent.Given) with { LeavesOut = true };
        var script = LongerPlay.Script(null, stand).On(Told)
            .StandsStill(LongerPlay.Instance, LongerPlay.Dates.Prompts[0].AddDays(-1), again);

        await script.PlayAsync();

        Assert.Equal(
            [(7, again), (7, again)],
            script.CallsOf(nameof(PromptActivities.SendPrompt)).Select(call => (call.Read<Prompt>().Month, call.At)));
        Assert.Equal([5, 6], script.CallsOf(Told).SelectMany(call => call.Read<LateThing>().Months));
    }

    static LongerStand StillAsked(double days = 0) => LongerPlay.Stand(Consent.Open) with
    {
        MoreDays = Plan.MoreDays,
        Dates = LongerPlay.Dates with { Closes = LongerPlay.Dates.Closes.AddDays(days) },
    };

    static Script Wish(params LongerStand[] stands) =>
        With(LongerPlay.Script(null, [StillAsked(), StillAsked(), StillAsked(), .. stands]), "longer-G001-b");

    [Fact]
    public async Task GivenAGroupAskedWhetherItGoesOn_WhenNothingRanOnTheLastDay_ThenItCanStillSayYes()
    {
        var (closed, again) = (LongerPlay.Dates.Closes, LongerPlay.Dates.Closes.AddHours(9));
        var script = Wish(StillAsked(3), LongerPlay.Stand(Consent.Given), LongerPlay.Stand(Consent.Given, GoingOnEnd.Stopped))
            .StandsStill(LongerPlay.Instance, closed.AddDays(-1), again)
            .Says(again.AddHours(5), Longer.Yes);

        await script.PlayAsync();

        var given = script.CallsOf(PutOff).Single().Read<MoreTime>();
        Assert.Equal(new MoreTime("c", ["longer-G001-"], closed, closed.AddDays(3)), given, Same);
        Assert.Equal(LateThing.GoingOn, script.CallsOf(Told).Single().Read<LateThing>().What);
        Assert.Equal(again.AddHours(5), script.CallsOf(nameof(LongerActivities.AgreeOnLonger)).Single().At);
        Assert.Empty(script.CallsOf(nameof(AskingActivities.TellNotLonger)));
    }

    [Fact]
    public async Task GivenAGroupThatNeverAnswers_WhenEachLastDayIsMissed_ThenItEndsAfterTwoOthersAndNobodyIsRemindedThen()
    {
        var closed = LongerPlay.Dates.Closes;
        var script = With(LongerPlay.Script(null, StillAsked(), StillAsked(), StillAsked(3), StillAsked(3), StillAsked(9)), "longer-G001-b")
            .StandsStill(LongerPlay.Instance, LongerPlay.Dates.Remind.AddDays(-1), closed.AddHours(9))
            .StandsStill(LongerPlay.Instance, closed.AddDays(2), closed.AddDays(6.5))
            .StandsStill(LongerPlay.Instance, closed.AddDays(8), closed.AddDays(12));

        await script.PlayAsync();

        Assert.Equal([closed, closed.AddDays(3)], script.CallsOf(PutOff).Select(call => call.Read<MoreTime>().Closed));
        Assert.Equal(closed.AddDays(12), script.CallsOf(nameof(AskingActivities.TellNotLonger)).Single().At);
        Assert.Empty(script.CallsOf(nameof(AskingActivities.RemindLonger)));
    }

    [Fact]
    public async Task GivenAGroupOfWhichOneSaidNo_WhenNothingRanOnTheLastDay_ThenItCloses()
    {
        var refused = StillAsked() with { Consent = Consent.Refused };
        var script = With(LongerPlay.Script(null, refused)).StandsStill(
            LongerPlay.Instance, LongerPlay.Dates.Closes.AddDays(-1), LongerPlay.Dates.Closes.AddHours(9));

        await script.PlayAsync();

        Assert.Empty(script.CallsOf(PutOff));
        Assert.NotEmpty(script.CallsOf(nameof(AskingActivities.TellNotLonger)));
    }

    static bool Same(MoreTime one, MoreTime other) =>
        one with { Questions = [] } == other with { Questions = [] } && one.Questions.SequenceEqual(other.Questions);
}
