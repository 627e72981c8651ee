using Ilnp.Availability;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Care;

public sealed class PlaceSearchTests
{
    const string Instance = "search-c-a-3";

    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);
    static readonly DateTime Begin = Plan.Introduce.AddDays(20);
    static readonly PlaceSearch ForA = new(Plan, 3) { Turn = new("a", 0) };

    static Script Script(PlaceSearch search, bool runs = true) => new Script(Begin)
        .Orchestrator<PlaceSearch>(nameof(PlaceSearchOrchestrator), PlaceSearchOrchestrator.Run)
        .Orchestrator<string>("Both", (context, _) =>
            context.CallSubOrchestratorAsync(nameof(PlaceSearchOrchestrator), search, new SubOrchestrationOptions(instanceId: Instance)))
        .Orchestrator<string>("Rematches", HearAsync)
        .On("Needed")
        .On(nameof(RematchActivities.AskTrioConsent), _ => runs ? new PairAsked("G002", ["c", "d"]) : null)
        .On(nameof(RematchActivities.TellPairStays))
        .On(nameof(RematchActivities.ReportUnplaced))
        .On(nameof(AvailabilityActivities.AskAvailability))
        .On(nameof(AvailabilityActivities.CloseInquiry));

    /// <summary>A stand-in for the cohort's rematches.</summary>
    static async Task HearAsync(TaskOrchestrationContext context, string _)
    {
        var search = context.CallSubOrchestratorAsync("Both", "c");
        for (var end = Plan.End; ;)
        {
            var need = context.WaitForExternalEvent<RematchNeed>(RematchNeed.EventName);
            if (await Task.WhenAny(need, search) == search) return;
            await context.CallActivityAsync("Needed", need.Result);
        }
    }

    static async Task<IReadOnlyList<RematchNeed>> RunAsync(Script script, int days = 30)
    {
        await script.RunAsync("Rematches", "c", InstanceIds.Care(Plan.CohortId), Begin.AddDays(days));
        return [.. script.CallsOf("Needed").Select(call => call.Read<RematchNeed>())];
    }

    static Script Says(Script script, string who, string choice, double days) =>
        script.Decides(Begin.AddDays(days), Instance, InquiryForm.Answered, InquiryForm.DecisionId(who), who, choice);

    static Script Consents(Script script, string who, string choice, double days) =>
        script.Decides(Begin.AddDays(days), Instance, TrioConsent.Answered, TrioConsent.DecisionId("G002", "a", who), who, choice);

    [Fact]
    public async Task GivenTwoOfTheWaitingList_WhenAsked_ThenBothAreAtOnceAndEachYesIsHeardWhenItComes()
    {
        var script = Says(
            Says(Script(ForA with { Asking = ["v", "w"], PairId = "G002" }), "w", InquiryForm.Yes, 0.04), "v", InquiryForm.Yes, 5);

        var needs = await RunAsync(script);

        Assert.Equal([Begin, Begin], script.CallsOf(nameof(AvailabilityActivities.AskAvailability)).Select(call => call.At));
        Assert.Equal(["w", "v"], needs.Select(need => need.NewcomerId));
        Assert.Equal([Begin.AddDays(0.04), Begin.AddDays(5)], script.CallsOf("Needed").Select(call => call.At));
        Assert.Empty(script.CallsOf(nameof(RematchActivities.AskTrioConsent)));
        Assert.Empty(script.CallsOf(nameof(RematchActivities.ReportUnplaced)));
    }

    [Fact]
    public async Task GivenNobodyWhoSaysYes_WhenDaysHavePassed_ThenThePairIsAskedTooAndTheTrioIsAskedFor()
    {
        var script = Consents(
            Consents(Script(ForA with { Asking = ["v"], PairId = "G002" }), "c", TrioConsent.Agree, 3.5), "d", TrioConsent.Agree, 4);

        var need = Assert.Single(await RunAsync(script));

        Assert.Equal(Begin.AddDays(3), Assert.Single(script.CallsOf(nameof(RematchActivities.AskTrioConsent))).At);
        Assert.Equal(("a", "G002", 1), (need.SeekerId, need.PairId, need.Searches));
        Assert.Equal(["c", "d"], need.Agreed);
        Assert.Single(script.CallsOf(nameof(AvailabilityActivities.CloseInquiry))); // v, on the last day
    }

    [Fact]
    public async Task GivenNobodyToAskOfTheWaitingList_WhenAPairIsThere_ThenItIsAskedAtOnce()
    {
        var script = Script(ForA with { PairId = "G002" });

        await RunAsync(script, days: 1);

        Assert.Equal(Begin, Assert.Single(script.CallsOf(nameof(RematchActivities.AskTrioConsent))).At);
    }

    [Theory]
    [InlineData(TrioConsent.Keep, 0, 1)]
    [InlineData(null, 0, 1)]
    [InlineData(TrioConsent.Keep, 2, null)] // the third search: the liaison is told
    public async Task GivenAPairOfWhichOneDoesNotAgree_WhenItIsOver_ThenWhoAgreedHearsOfItAndTheSearchGoesOn(
        string? second, int before, int? further)
    {
        var script = Consents(Script(ForA with { PairId = "G002", Turn = new("a", before) }), "c", TrioConsent.Agree, 1);
        if (second is not null) Consents(script, "d", second, 2);

        var needs = await RunAsync(script);

        Assert.Equal(["c"], Assert.Single(script.CallsOf(nameof(RematchActivities.TellPairStays))).Read<PairStaying>().Agreed);
        Assert.Equal(further is null ? [] : [further.Value], needs.Select(need => need.Searches));
        Assert.Equal(further is null ? 1 : 0, script.CallsOf(nameof(RematchActivities.ReportUnplaced)).Count);
    }

    [Fact]
    public async Task GivenSomebodyWhoAgreesAndTakesItBack_WhenItIsOver_ThenNobodyIsThanked()
    {
        var script = Consents(Consents(Script(ForA with { PairId = "G002" }), "c", TrioConsent.Agree, 1), "c", TrioConsent.Keep, 2);

        await RunAsync(script);

        Assert.Empty(script.CallsOf(nameof(RematchActivities.TellPairStays)));
    }

    [Fact]
    public async Task GivenNobodyToAsk_WhenASearchBegins_ThenTheLiaisonIsToldAtOnce()
    {
        var script = Script(ForA);

        Assert.Empty(await RunAsync(script, days: 1));
        Assert.Single(script.CallsOf(nameof(RematchActivities.ReportUnplaced)));
    }

    [Fact]
    public async Task GivenPeopleAskedInAdvance_WhenNobodySeeks_ThenAYesIsHeardAndNoLiaisonIsTroubled()
    {
        var script = Says(
            Says(Script(new(Plan, 1) { Asking = ["v", "w"], PairId = null }), "v", InquiryForm.Yes, 1), "w", InquiryForm.No, 2);

        Assert.Equal("v", Assert.Single(await RunAsync(script)).NewcomerId);
        Assert.Empty(script.CallsOf(nameof(RematchActivities.ReportUnplaced)));
    }
}
