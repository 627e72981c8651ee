using Ilnp.Availability;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Care;

public sealed class SearchOrchestratorTests
{
    const string Instance = "search-c-a-1";

    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);
    static readonly DateTime Begin = Plan.Introduce.AddDays(20);

    static Script Script(string? waiting = null, PairAsked? pair = null) => new Script(Begin)
        .Orchestrator<Search>(nameof(SearchOrchestrator), SearchOrchestrator.Run)
        .Orchestrator<string>("Both", Both)
        .Orchestrator<string>("Rematches", async (context, _) =>
        {
            var need = await context.WaitForExternalEvent<RematchNeed>(RematchNeed.EventName);
            await context.CallActivityAsync("Asked", $"{need.SeekerId} {need.PairId}");
        })
        .On("Asked")
        .On(nameof(RematchActivities.NextOnWaitingList), _ => waiting)
        .On(nameof(RematchActivities.AskTrioConsent), _ => pair)
        .On(nameof(RematchActivities.ReportUnplaced))
        .On(nameof(AvailabilityActivities.AskAvailability))
        .On(nameof(AvailabilityActivities.CloseInquiry));

    static async Task Both(TaskOrchestrationContext context, string _)
    {
        var rematches = context.CallSubOrchestratorAsync(
            "Rematches", "c", new SubOrchestrationOptions(instanceId: InstanceIds.Care(Plan.CohortId)));
        await context.CallSubOrchestratorAsync(
            nameof(SearchOrchestrator), new Search(Plan, "a", 1), new SubOrchestrationOptions(instanceId: Instance));
        await rematches;
    }

    static Script Answers(Script script, DateTime at, string choice) =>
        script.Decides(at, Instance, InquiryForm.Answered, InquiryForm.DecisionId("w"), "w", choice);

    [Fact]
    public async Task GivenSomeoneOnTheWaitingList_WhenTheySayYesWithinAnHour_ThenTheSeekerIsPlacedWithinThatHour()
    {
        var script = Answers(Script(waiting: "w"), Begin.AddHours(1), InquiryForm.Yes);

        await script.RunAsync("Both", "c", "both", Begin.AddDays(30));

        var asked = Assert.Single(script.CallsOf("Asked"));
        Assert.Equal(("\"a \"", Begin.AddHours(1)), (asked.Json, asked.At));
        Assert.Single(script.CallsOf(nameof(AvailabilityActivities.CloseInquiry)));
    }

    [Fact]
    public async Task GivenSomeoneWhoSaysNo_WhenTheyDo_ThenTheNextIsAskedAtOnce()
    {
        var script = Answers(Script(waiting: "w"), Begin.AddHours(1), InquiryForm.No);

        await script.RunAsync("Both", "c", "both", Begin.AddDays(1));

        Assert.Equal([Begin, Begin.AddHours(1)], script.CallsOf(nameof(AvailabilityActivities.AskAvailability)).Select(call => call.At));
    }

    [Fact]
    public async Task GivenNobodyWaiting_WhenBothOfASoundPairAgree_ThenTheirTrioIsAskedFor()
    {
        var script = Script(pair: new("G002", ["c", "d"]))
            .Decides(Begin.AddDays(1), Instance, TrioConsent.Answered, "trio-consent-G002-a-c", "c", TrioConsent.Agree)
            .Decides(Begin.AddDays(2), Instance, TrioConsent.Answered, "trio-consent-G002-a-d", "d", TrioConsent.Agree);

        await script.RunAsync("Both", "c", "both", Begin.AddDays(3));

        Assert.Equal("\"a G002\"", Assert.Single(script.CallsOf("Asked")).Json);
    }

    [Theory]
    [InlineData(TrioConsent.Keep)]
    [InlineData(null)]
    public async Task GivenNobodyWaiting_WhenOneOfThePairDoesNotAgree_ThenThePairStaysAndTheLiaisonIsTold(string? second)
    {
        var script = Script(pair: new("G002", ["c", "d"]))
            .Decides(Begin.AddDays(1), Instance, TrioConsent.Answered, "trio-consent-G002-a-c", "c", TrioConsent.Agree);
        if (second is not null) script.Decides(Begin.AddDays(2), Instance, TrioConsent.Answered, "trio-consent-G002-a-d", "d", second);

        await script.RunAsync("Both", "c", "both", Begin.AddDays(Plan.LaterDays + 1));

        Assert.Empty(script.CallsOf("Asked"));
        Assert.Equal(nameof(RematchActivities.ReportUnplaced), script.Calls[^1].Activity);
    }
}
