using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Introductions;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Care;

public sealed class RematchOrchestratorTests
{
    const string Instance = "rematch-c-G001-b";

    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);
    static readonly DateTime Begin = Plan.Introduce.AddDays(20);
    static readonly RematchCase Case = new(Plan, "G001", "b");

    Script Script(string? left = "a", string? available = null, string? waiting = null, PairAsked? pair = null) => new Script(Begin)
        .Orchestrator<RematchCase>(nameof(RematchOrchestrator), RematchOrchestrator.Run)
        .On(nameof(RematchActivities.PartWith), _ => left)
        .On(nameof(RematchActivities.PairWithAvailable), _ => available)
        .On(nameof(RematchActivities.NextOnWaitingList), _ => waiting)
        .On(nameof(RematchActivities.AskTrioConsent), _ => pair)
        .On(nameof(RematchActivities.FormTrio), _ => "G050")
        .On(nameof(RematchActivities.ReportUnplaced))
        .On(nameof(AvailabilityActivities.AskAvailability))
        .On(nameof(AvailabilityActivities.CloseAvailability))
        .On(nameof(IntroductionActivities.ActivateGroup), _ => new[] { "a", "x" })
        .On(nameof(IntroductionActivities.SendIntroduction))
        .On(nameof(CareStarts.StartGroup));

    async Task<IReadOnlyList<string>> RunAsync(Script script, double days)
    {
        var instance = await script.RunAsync(nameof(RematchOrchestrator), Case, Instance, Begin.AddDays(days));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        return [.. script.Calls.Select(call => call.Activity)];
    }

    [Fact]
    public async Task GivenSomebodyWhoSaidYes_WhenAPartnerLeaves_ThenNoInquiryIsNeeded()
    {
        var calls = await RunAsync(Script(available: "G050"), 0);

        Assert.Equal(
            [nameof(RematchActivities.PartWith), nameof(RematchActivities.PairWithAvailable), nameof(IntroductionActivities.ActivateGroup),
                nameof(IntroductionActivities.SendIntroduction), nameof(IntroductionActivities.SendIntroduction), nameof(CareStarts.StartGroup)],
            calls);
    }

    [Fact]
    public async Task GivenTrioThatLosesOne_WhenTwoRemain_ThenTheyGoOnAndNobodyIsRematched() =>
        Assert.Equal([nameof(RematchActivities.PartWith)], await RunAsync(Script(left: null), 0));

    [Fact]
    public async Task GivenNobodyWhoSaidYes_WhenSomeoneWaits_ThenTheyAreAskedAndPaired()
    {
        var script = Script(waiting: "w").On(nameof(RematchActivities.PairWithAvailable), input => input.Time == 1 ? null : "G050");

        var calls = await RunAsync(script, Plan.LaterDays);

        Assert.Equal(1, calls.Count(call => call == nameof(AvailabilityActivities.AskAvailability)));
        Assert.Contains(nameof(CareStarts.StartGroup), calls);
        Assert.DoesNotContain(nameof(RematchActivities.AskTrioConsent), calls);
    }

    [Fact]
    public async Task GivenNobodyFree_WhenBothOfASoundPairAgree_ThenTheyBecomeATrio()
    {
        var script = Script(pair: new("G002", ["c", "d"]))
            .Decides(Begin.AddDays(1), Instance, TrioConsent.Answered, "trio-consent-G002-a-c", "c", "agree")
            .Decides(Begin.AddDays(2), Instance, TrioConsent.Answered, "trio-consent-G002-a-d", "d", "agree");

        Assert.Contains(nameof(RematchActivities.FormTrio), await RunAsync(script, 3));
    }

    [Theory]
    [InlineData("keep")]
    [InlineData(null)]
    public async Task GivenNobodyFree_WhenOneOfThePairDoesNotAgree_ThenThePairStaysAndTheLiaisonIsTold(string? second)
    {
        var script = Script(pair: new("G002", ["c", "d"]))
            .Decides(Begin.AddDays(1), Instance, TrioConsent.Answered, "trio-consent-G002-a-c", "c", "agree");
        if (second is not null) script.Decides(Begin.AddDays(2), Instance, TrioConsent.Answered, "trio-consent-G002-a-d", "d", second);

        var calls = await RunAsync(script, Plan.LaterDays + 1);

        Assert.DoesNotContain(nameof(RematchActivities.FormTrio), calls);
        Assert.Equal(nameof(RematchActivities.ReportUnplaced), calls[^1]);
    }
}
