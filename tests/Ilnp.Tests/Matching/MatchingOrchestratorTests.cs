using Ilnp.Matching;
using Ilnp.Matching.Problem;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Matching;

public sealed class MatchingOrchestratorTests
{
    const string Instance = "matching-2020-spring";

    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);
    static readonly DateTime Begin = Plan.ApplicationsClose;

    Script Script() => new Script(Begin)
        .Orchestrator<CohortPlan>(nameof(MatchingOrchestrator), MatchingOrchestrator.Run)
        .On(nameof(MatchingActivities.ProposeMatches))
        .On(nameof(MatchApprovalActivities.AskMatchApproval))
        .On(nameof(MatchingActivities.ReadSeparations), _ => new[] { new PersonPair("a", "b") });

    static Script Decides(Script script, double day, int round, string choice) =>
        script.Decides(
            Begin.AddDays(day), Instance, MatchingOrchestrator.ApprovalEvent, MatchApprovalForm.DecisionId(round, "ada"), "ada", choice);

    [Fact]
    public async Task GivenNobodyDecides_WhenDaysPass_ThenLeadsAreRemindedAndNothingElseHappens()
    {
        var script = Script();

        var instance = await script.RunAsync(nameof(MatchingOrchestrator), Plan, Instance, Begin.AddDays(10));

        Assert.Equal(
            [0.0, 3, 6, 9], script.CallsOf(nameof(MatchApprovalActivities.AskMatchApproval)).Select(call => (call.At - Begin).TotalDays));
        Assert.Single(script.CallsOf(nameof(MatchingActivities.ProposeMatches)));
        Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
    }

    [Fact]
    public async Task GivenProposalSentBack_WhenTheNextIsApproved_ThenThePairsNamedStayApartInIt()
    {
        var script = Decides(Decides(Script(), 1, 1, "revise"), 2, 2, "approve");

        var instance = await script.RunAsync(nameof(MatchingOrchestrator), Plan, Instance, Begin.AddDays(3));

        var proposals = script.CallsOf(nameof(MatchingActivities.ProposeMatches));
        Assert.Equal(2, proposals.Count);
        Assert.Contains("\"First\":\"a\"", proposals[1].Json, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task GivenLateWordOnAnEarlierRound_WhenItArrives_ThenItDoesNotApproveTheNextOne()
    {
        var script = Decides(Decides(Script(), 1, 1, "revise"), 2, 1, "approve");

        var instance = await script.RunAsync(nameof(MatchingOrchestrator), Plan, Instance, Begin.AddDays(3));

        Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
    }
}
