using Ilnp.Care;
using Ilnp.Care.Concerns;
using Ilnp.Care.Rematching;
using Ilnp.Introductions;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Care;

public sealed class RematchOrchestratorTests
{
    static readonly CohortPlan Plan = CohortPlan.From(Cohorts.Pilot);
    static readonly DateTime Begin = Plan.Introduce.AddDays(20);
    static readonly RematchNeed Left = new() { Parting = new() { GroupId = "G001", Cause = PartingCause.Left, Leaving = ["b"] } };

    static readonly string[] Introduced =
    [
        nameof(NewPartnerActivities.TellNewPartners), nameof(IntroductionActivities.ActivateGroup),
        nameof(IntroductionActivities.SendIntroduction), nameof(CareStarts.StartGroup),
    ];

    static Script Script(params string[] seekers) => new Script(Begin)
        .Orchestrator<RematchCase>(nameof(RematchOrchestrator), RematchOrchestrator.Run)
        .On(nameof(PartingActivities.Part), _ => seekers)
        .On(nameof(RematchActivities.PairWithAvailable), _ => (string?)null)
        .On(nameof(RematchActivities.TellSearching))
        .On(nameof(RematchActivities.FormTrio), _ => "G050")
        .On(nameof(RematchStarts.StartSearch))
        .On(nameof(NewPartnerActivities.TellNewPartners))
        .On(nameof(IntroductionActivities.ActivateGroup))
        .On(nameof(IntroductionActivities.SendIntroduction))
        .On(nameof(CareStarts.StartGroup));

    static async Task<IReadOnlyList<string>> RunAsync(Script script, RematchNeed need)
    {
        var instance = await script.RunAsync(nameof(RematchOrchestrator), new RematchCase(Plan, need), "rematch-c-G001-1", Begin);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        return [.. script.Calls.Select(call => call.Activity)];
    }

    [Fact]
    public async Task GivenSomebodyWhoSaidYes_WhenAPartnerLeaves_ThenTheNewPartnerIsIntroducedAndNobodyIsToldToWait()
    {
        var calls = await RunAsync(Script("a").On(nameof(RematchActivities.PairWithAvailable), _ => "G050"), Left);

        Assert.Equal([nameof(PartingActivities.Part), nameof(RematchActivities.PairWithAvailable), .. Introduced], calls);
    }

    [Fact]
    public async Task GivenNobodyWhoSaidYes_WhenAPartnerLeaves_ThenTheyAreToldAndASearchBegins() => Assert.Equal(
        [
            nameof(PartingActivities.Part),
            nameof(RematchActivities.PairWithAvailable),
            nameof(RematchActivities.TellSearching),
            nameof(RematchStarts.StartSearch),
        ],
        await RunAsync(Script("a"), Left));

    [Fact]
    public async Task GivenASecondSearch_WhenItBegins_ThenNobodyIsToldTwice() => Assert.Equal(
        [nameof(RematchActivities.PairWithAvailable), nameof(RematchStarts.StartSearch)],
        await RunAsync(Script(), new() { SeekerId = "a", Searches = 1 }));

    [Fact]
    public async Task GivenATrioThatLosesOne_WhenTwoRemain_ThenNobodyIsRematched() =>
        Assert.Equal([nameof(PartingActivities.Part)], await RunAsync(Script(), Left));

    [Fact]
    public async Task GivenTwoWhoPart_WhenOnlyOneFits_ThenTheOneIsIntroducedAndForTheOtherIsSearched()
    {
        var calls = await RunAsync(
            Script("a", "b").On(nameof(RematchActivities.PairWithAvailable), input => input.Time == 1 ? "G050" : null), Left);

        Assert.Equal(
            [
                nameof(PartingActivities.Part), nameof(RematchActivities.PairWithAvailable), .. Introduced,
                nameof(RematchActivities.PairWithAvailable), nameof(RematchActivities.TellSearching), nameof(RematchStarts.StartSearch),
            ],
            calls);
    }

    [Theory]
    [InlineData("G050", 5)]
    [InlineData(null, 1)] // the pair or the seeker has gone another way meanwhile
    public async Task GivenAPairThatAgreed_WhenItsTurnComes_ThenTheTrioIsFormedIfAllAreStillThere(string? formed, int calls) =>
        Assert.Equal(
            calls,
            (await RunAsync(
                Script().On(nameof(RematchActivities.FormTrio), _ => formed), new() { SeekerId = "a", PairId = "G002" })).Count);
}
