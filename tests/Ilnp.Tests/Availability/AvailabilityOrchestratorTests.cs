using Ilnp.Availability;
using Ilnp.Mail.Quiet;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Availability;

public sealed class AvailabilityOrchestratorTests
{
    const string Instance = "availability-2020-spring";

    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);

    Script Script(params int[] shortfalls) => new Script(Plan.AskAvailability)
        .Orchestrator<CohortPlan>(nameof(AvailabilityOrchestrator), AvailabilityOrchestrator.Run)
        .On(nameof(ChoosingActivities.ChooseWhomToAsk), _ => new[] { "a", "b", "c" })
        .On(nameof(QuietActivities.ListAsleep), _ => Array.Empty<Asleep>())
        .On(nameof(AvailabilityActivities.AskAvailability))
        .On(nameof(WaitingListActivities.ListNotChosen), _ => new[] { "w" })
        .On(nameof(WaitingListActivities.TellNotChosen))
        .On(nameof(AvailabilityActivities.ListSilent), input => input.Time == 1 ? new[] { "b", "c" } : ["c"])
        .On(nameof(AvailabilityActivities.RemindAvailability))
        .On(nameof(AvailabilityActivities.CloseAvailability))
        .On(nameof(ChoosingActivities.FormGroups), input => shortfalls[input.Time - 1])
        .On(nameof(ChoosingActivities.ChooseFromWaitingList), _ => new[] { "w", "x" })
        .On(nameof(WaitingListActivities.ListStandby), _ => new[] { "c" })
        .On(nameof(WaitingListActivities.TellStandby));

    [Fact]
    public async Task GivenSomeAreSilent_WhenReminderDaysCome_ThenOnlyTheyAreReminded()
    {
        var script = Script(0);

        var instance = await script.RunAsync(nameof(AvailabilityOrchestrator), Plan, Instance, Plan.AvailabilityCloses.AddDays(1));

        Assert.Equal(3, script.CallsOf(nameof(AvailabilityActivities.AskAvailability)).Count);
        Assert.Equal(
            [Plan.AvailabilityReminders[0], Plan.AvailabilityReminders[0], Plan.AvailabilityReminders[1]],
            script.CallsOf(nameof(AvailabilityActivities.RemindAvailability)).Select(call => call.At));
        Assert.Equal(Plan.AvailabilityCloses, Assert.Single(script.CallsOf(nameof(AvailabilityActivities.CloseAvailability))).At);
        Assert.Empty(script.CallsOf(nameof(ChoosingActivities.ChooseFromWaitingList)));
        Assert.Single(script.CallsOf(nameof(WaitingListActivities.TellStandby)));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task GivenTooFewSaidYes_WhenThereIsTime_ThenTheWaitingListIsAskedOnce()
    {
        var script = Script(1, 0);

        await script.RunAsync(nameof(AvailabilityOrchestrator), Plan, Instance, Plan.Introduce);

        Assert.Equal(5, script.CallsOf(nameof(AvailabilityActivities.AskAvailability)).Count);
        Assert.Equal(
            [Plan.AvailabilityCloses, Plan.AvailabilityCloses.AddDays(Plan.LaterDays)],
            script.CallsOf(nameof(ChoosingActivities.FormGroups)).Select(call => call.At));
    }

    [Fact]
    public async Task GivenAnInquiryPlannedToEndWithTheIntroductions_WhenTheEngineIsAMinuteLate_ThenItIsSentAllTheSame()
    {
        var script = Script(1, 0);
        var plan = Plan with { Introduce = Plan.AvailabilityCloses.AddDays(Plan.LaterDays).AddMinutes(-1) };

        await script.RunAsync(nameof(AvailabilityOrchestrator), plan, Instance, plan.Introduce.AddMinutes(1));

        Assert.Equal(2, script.CallsOf(nameof(ChoosingActivities.FormGroups)).Count);
    }

    [Fact]
    public async Task GivenTooFewSaidYes_WhenThereIsNoTimeForAnotherInquiry_ThenTheProgrammeBeginsSmaller()
    {
        var script = Script(1, 1, 1);

        var instance = await script.RunAsync(nameof(AvailabilityOrchestrator), Plan, Instance, Plan.Introduce);

        Assert.Equal(2, script.CallsOf(nameof(ChoosingActivities.FormGroups)).Count);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }
}
