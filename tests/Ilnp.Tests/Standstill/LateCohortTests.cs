using Ilnp.Announcements;
using Ilnp.Cohort;
using Ilnp.Introductions;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Returning;
using Ilnp.Standstill;
using Ilnp.Surveys;
using Ilnp.Tests.Cohort;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Standstill;

/// <summary>A cohort whose steps come late, since nothing ran when they were due.</summary>
public sealed class LateCohortTests
{
    const string Prompt = nameof(PromptActivities.SendPrompt), Told = nameof(LateLetters.TellLate);

    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);
    static readonly string Instance = InstanceIds.Cohort(Plan.CohortId);

    static async Task<Script> RunAsync(Script script, CohortCheckpoint? at = null)
    {
        script.On(Told);
        var instance = await script.RunAsync(nameof(CohortOrchestrator), at ?? new(Plan), Instance, Plan.End.AddDays(120));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        return script;
    }

    static IEnumerable<(int Month, DateTime At)> Prompts(Script script) =>
        script.CallsOf(Prompt).Select(call => (call.Read<Prompt>().Month, call.At)).Distinct();

    static IEnumerable<string> Late(Script script) =>
        script.CallsOf(Told).Select(call => call.Read<LateThing>()).Select(late => $"{late.What} {string.Join(' ', late.Months)}".Trim());

    [Theory]
    [InlineData(1, 3, "prompts 1 2", new[] { 3, 4 })]
    [InlineData(2, 3, "prompts 2", new[] { 1, 3, 4 })]
    [InlineData(2, 4, "prompts 2 3", new[] { 1, 4 })]
    public async Task GivenMonthsInWhichNothingRan_WhenItRunsAgain_ThenOnlyTheMonthOfTodayIsWrittenAboutAndTheLeadsHearOnce(
        int from, int until, string told, int[] written)
    {
        var again = Plan.Prompts[until - 1].AddDays(5);

        var script = await RunAsync(CohortOrchestratorTests.Script().StandsStill(Instance, Plan.Prompts[from - 1].AddHours(-1), again));

        Assert.Contains(told, Late(script));
        Assert.Equal(written, Prompts(script).Select(prompt => prompt.Month));
        Assert.Equal(again, Prompts(script).Single(prompt => prompt.Month == until).At);
    }

    [Fact]
    public async Task GivenADayInWhichNothingRan_WhenItRunsAgain_ThenThePromptsComeADayLate()
    {
        var again = Plan.Prompts[1].AddDays(1);

        var script = await RunAsync(CohortOrchestratorTests.Script().StandsStill(Instance, Plan.Prompts[1].AddHours(-1), again));

        Assert.Empty(script.CallsOf(Told));
        Assert.Equal([Plan.Prompts[0], again, Plan.Prompts[2], Plan.Prompts[3]], Prompts(script).Select(prompt => prompt.At));
    }

    [Fact]
    public async Task GivenNothingThatRanUntilTheEnd_WhenItRunsAgain_ThenThereAreNoPromptsAndOneSurveyNotTwo()
    {
        var script = await RunAsync(
            CohortOrchestratorTests.Script().StandsStill(Instance, Plan.Prompts[0].AddHours(-1), Plan.End.AddDays(3)));

        Assert.Empty(script.CallsOf(Prompt));
        Assert.Equal(["prompts-and-mid-survey 1 2 3 4"], Late(script));
        Assert.Empty(script.CallsOf(nameof(SurveyActivities.StartSurvey)));
        Assert.Single(script.CallsOf("Survey"));
    }

    [Fact]
    public async Task GivenNothingThatRanFromTheSurveysDayOn_WhenItRunsAgain_ThenTheLeadsHearOfSurveyAndTopicsInOneMail()
    {
        var script = await RunAsync(
            CohortOrchestratorTests.Script().StandsStill(Instance, Plan.MidSurvey.AddHours(-1), Plan.FinalSurvey.AddDays(1)));

        Assert.Equal(["prompts-and-mid-survey 3 4"], Late(script));
        Assert.Equal([1, 2], Prompts(script).Select(prompt => prompt.Month));
    }

    /// <summary>What began before both were told in one mail.</summary>
    [Fact]
    public async Task GivenAMonthThatBeganBeforeThis_WhenTopicsAndSurveyAreLeftOut_ThenTheLeadsHearEachAsThen()
    {
        var script = await RunAsync(
            CohortOrchestratorTests.Script().StandsStill(Instance, Plan.Prompts[0].AddHours(-1), Plan.End.AddDays(3)),
            new(Plan, Month: 1) { Introduced = Plan.Introduce });

        Assert.Equal(["prompts 1 2 3 4", "mid-survey"], Late(script));
    }

    [Fact]
    public async Task GivenAMidSurveyAWeekLate_WhenThereIsTimeBeforeTheFinalOne_ThenItIsAskedAllTheSame()
    {
        var again = Plan.MidSurvey.AddDays(7);

        var script = await RunAsync(CohortOrchestratorTests.Script().StandsStill(Instance, Plan.MidSurvey.AddHours(-1), again));

        Assert.Equal(again, Assert.Single(script.CallsOf(nameof(SurveyActivities.StartSurvey))).At);
        Assert.Empty(script.CallsOf(Told));
    }

    [Fact]
    public async Task GivenApplicationsThatHaveClosed_WhenTheAnnouncementWouldComeThen_ThenNobodyIsInvitedAndTheLeadsHearIt()
    {
        var script = await RunAsync(
            CohortOrchestratorTests.Script().StandsStill(Instance, Plan.Announce.AddHours(-1), Plan.ApplicationsClose.AddDays(1)));

        Assert.Empty(script.CallsOf(nameof(AnnouncementActivities.SendAnnouncement)));
        Assert.Empty(script.CallsOf(nameof(ReturningActivities.ListReturning)));
        Assert.Contains("announcement", Late(script));
    }

    [Fact]
    public async Task GivenLateIntroductions_WhenTheFirstPromptIsDueAlready_ThenPartnersHaveAsLongToSayHelloAsPlanned()
    {
        var introduced = Plan.Prompts[0].AddDays(3);

        var script = await RunAsync(CohortOrchestratorTests.Script().StandsStill(Instance, Plan.Introduce.AddHours(-1), introduced));

        Assert.Equal(introduced, Assert.Single(script.CallsOf(nameof(IntroductionActivities.SendIntroduction))).At);
        Assert.Equal((1, introduced + (Plan.Prompts[0] - Plan.Introduce)), Prompts(script).First());
        Assert.Empty(script.CallsOf(Told));
    }

    /// <summary>What began before goes on as its history says.</summary>
    [Fact]
    public async Task GivenACohortThatBeganBeforeThis_WhenItIsLate_ThenItDoesWhatItDidThen()
    {
        var before = Plan with { MoreDays = 0, AsksBack = false };

        var script = await RunAsync(
            CohortOrchestratorTests.Script().StandsStill(Instance, before.Prompts[0].AddHours(-1), before.Prompts[2].AddDays(5)),
            new(before));

        Assert.Empty(script.CallsOf(nameof(ReturningActivities.ListReturning)));
        Assert.Equal([1, 2, 3, 4], Prompts(script).Select(prompt => prompt.Month));
        Assert.Empty(script.CallsOf(Told));
    }
}
