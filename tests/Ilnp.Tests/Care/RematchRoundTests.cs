using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Care.Concerns;
using Ilnp.Care.Rematching;
using Ilnp.Introductions;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Care;

public sealed class RematchRoundTests
{
    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);
    static readonly DateTime Begin = Plan.Introduce.AddDays(20);
    static readonly RematchNeed Apart = new() { Parting = new() { GroupId = "G001", Cause = PartingCause.Mismatch, Apart = true } };
    static readonly RematchNeed Left = new() { Parting = new() { GroupId = "G002", Cause = PartingCause.Left, Leaving = ["d"] } };
    static readonly RematchNeed Agreed = new() { SeekerId = "a", PairId = "G005", Searches = 1, Agreed = ["x", "y"] };

    static readonly string[] Introduced =
    [
        nameof(NewPartnerActivities.TellNewPartners), nameof(IntroductionActivities.ActivateGroup),
        nameof(IntroductionActivities.SendIntroduction), nameof(CareStarts.StartGroup),
    ];

    static Script Script(params RoundMatched[] rounds) => new Script(Begin)
        .Orchestrator<RematchRound, IReadOnlyList<string>>(nameof(RematchRoundOrchestrator), RematchRoundOrchestrator.Run)
        .On(
            nameof(PartingActivities.Part),
            input => input.Json.GetRawText().Contains("G001", StringComparison.Ordinal) ? new[] { "a", "b" } : ["c"])
        .On(nameof(SeekerActivities.MatchSeekers), input => input.Time <= rounds.Length ? rounds[input.Time - 1] : new RoundMatched())
        .On(nameof(RematchActivities.TellSearching))
        .On(nameof(RematchActivities.FormTrio), _ => "G050")
        .On(nameof(RematchActivities.TellPairStays))
        .On(nameof(RematchStarts.StartPlaceSearch))
        .On(nameof(WaitingListActivities.TellStandby))
        .On(nameof(NewPartnerActivities.TellNewPartners))
        .On(nameof(IntroductionActivities.ActivateGroup))
        .On(nameof(IntroductionActivities.SendIntroduction))
        .On(nameof(CareStarts.StartGroup));

    static async Task<IReadOnlyList<string>> RunAsync(Script script, params RematchNeed[] needs)
    {
        var instance = await script.RunAsync(
            nameof(RematchRoundOrchestrator), new RematchRound(Plan, needs, 3, ["w"]), "rematch-c-G001-3", Begin);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        return [.. script.Calls.Select(call => call.Activity)];
    }

    [Fact]
    public async Task GivenTwoPartingsAtOnce_WhenARoundBegins_ThenAllWhoSeekAreMatchedTogether()
    {
        var script = Script();

        await RunAsync(script, Apart, Left);

        var matched = Assert.Single(script.CallsOf(nameof(SeekerActivities.MatchSeekers)));
        Assert.Equal(["a", "b", "c"], matched.Read<SeekerRound>().Turns.Select(turn => turn.PersonId));
        Assert.Equal(["w"], matched.Read<SeekerRound>().Asked);
    }

    [Fact]
    public async Task GivenSomebodyWhoSaidYes_WhenAPartnerLeaves_ThenTheNewPartnerIsIntroducedAndNobodyIsToldToWait() => Assert.Equal(
        [nameof(PartingActivities.Part), nameof(SeekerActivities.MatchSeekers), .. Introduced, nameof(SeekerActivities.MatchSeekers)],
        await RunAsync(Script(new RoundMatched { Formed = ["G050"] }), Left));

    [Fact]
    public async Task GivenOneWhoIsLeft_WhenTheRoundEnds_ThenTheyAreToldOnceAndASearchBegins()
    {
        var script = Script(
            new RoundMatched { Left = [new(new("c", 0), "G005", ["v"]), new(new("a", 1), null, ["u"])], Ahead = ["t"], Ready = ["w"] });

        var calls = await RunAsync(script, Left);

        Assert.Equal(
            [
                nameof(PartingActivities.Part), nameof(SeekerActivities.MatchSeekers), nameof(RematchActivities.TellSearching),
                nameof(RematchStarts.StartPlaceSearch), nameof(RematchStarts.StartPlaceSearch), nameof(RematchStarts.StartPlaceSearch),
                nameof(WaitingListActivities.TellStandby),
            ],
            calls);
        Assert.Equal(
            ["c", "a", "ahead"], script.CallsOf(nameof(RematchStarts.StartPlaceSearch)).Select(call => call.Read<PlaceSearch>().Subject));
    }

    [Fact]
    public async Task GivenAPairThatAgreed_WhenItsTurnComes_ThenTheTrioIsIntroduced() => Assert.Equal(
        [nameof(RematchActivities.FormTrio), .. Introduced, nameof(SeekerActivities.MatchSeekers)], await RunAsync(Script(), Agreed));

    [Fact]
    public async Task GivenAPairThatAgreed_WhenItOrTheSeekerHasGoneAnotherWay_ThenThePairHearsOfItAndTheSeekerIsNotForgotten()
    {
        var script = Script().On(nameof(RematchActivities.FormTrio), _ => (string?)null);

        var calls = await RunAsync(script, Agreed);

        Assert.Equal(
            [nameof(RematchActivities.FormTrio), nameof(RematchActivities.TellPairStays), nameof(SeekerActivities.MatchSeekers)], calls);
        Assert.Equal(
            new SeekerTurn("a", 1), Assert.Single(script.CallsOf(nameof(SeekerActivities.MatchSeekers))[0].Read<SeekerRound>().Turns));
    }

    [Fact]
    public async Task GivenGroupsThatCannotBeIntroduced_WhenMatchedAgain_ThenTheRoundEndsAllTheSame()
    {
        var again = Enumerable.Repeat(new RoundMatched { Formed = ["G050"] }, 9).ToArray();

        Assert.Equal(3, (await RunAsync(Script(again), Left)).Count(call => call == nameof(SeekerActivities.MatchSeekers)));
    }
}
