using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Letters;
using Ilnp.SecondPartners.Questions;
using Ilnp.Standstill;
using Ilnp.Tests.Orchestration;
using Microsoft.DurableTask.Client;
using static Ilnp.Tests.SecondPartners.SecondPlay;

namespace Ilnp.Tests.SecondPartners;

/// <summary>From the first wish to the end of the last second pair, in order.</summary>
public sealed class SecondOrchestratorTests
{
    const string Ask = nameof(SecondLetters.AskSecond), Remind = nameof(SecondLetters.RemindSecond),
        Make = nameof(SecondActivities.MakeSecondPairs), Unpaired = nameof(SecondLetters.TellUnpaired),
        Leads = nameof(SecondLeadLetters.AskAboutSeconds), Lapsed = nameof(SecondLeadLetters.TellSecondsLapsed),
        List = nameof(SecondPairActivities.ListSecondsToIntroduce), Introduce = nameof(SecondPairActivities.IntroduceSecond),
        Drop = nameof(SecondPairActivities.DropSeconds), End = nameof(SecondPairActivities.EndSeconds);

    static readonly string[] Gathered = [Ask, Ask, Remind, Remind, Make, Unpaired];

    [Fact]
    public async Task GivenALeadWhoApproves_WhenItIsDayForBoth_ThenEachPairIsIntroducedAndLookedAfterUntilNoneIsLeft()
    {
        var script = Script(null, ["S001", "S002"], 2, 0).Decides(Dates.Pairs.AddHours(20), ApproveSeconds.Approve);

        Assert.Equal([.. Gathered, Leads, List, Introduce, Introduce, End, End], await CallsAsync(script));

        Assert.Equal(Dates.Pairs, script.CallsOf(Make).Single().At);
        Assert.Equal(
            [Dates.Pairs.AddDays(1), Dates.Pairs.AddDays(1).AddHours(7)], script.CallsOf(Introduce).Select(call => call.At));
    }

    [Fact]
    public async Task GivenAnAnswer_WhenItComes_ThenItsGroupIsLookedAt()
    {
        var script = Script(null, []).Says(Begin.AddDays(1), "G007", "c", Second.Wish).Says(Begin.AddDays(1), "G007", "c", Second.Wish);

        Assert.Equal([Ask, Ask, Ask, Ask, Remind, Remind, Make, Unpaired], await CallsAsync(script));
        Assert.Equal(
            ["G001", "G002", "G007", "G007"], script.CallsOf(Ask).Select(call => call.Read<GroupRef>().GroupId));
    }

    [Fact]
    public async Task GivenAnAnswer_WhenItComesAfterThePairsAreMade_ThenNobodyIsAsked() => Assert.Equal(
        [.. Gathered, Leads, Drop, End],
        await CallsAsync(Script(null, ["S001"], 0)
            .Says(Dates.Pairs.AddHours(3), "G007", "c", Second.Wish).Decides(Dates.Pairs.AddDays(1), ApproveSeconds.Refuse)));

    [Fact]
    public async Task GivenNoLeadsWord_WhenTheTimeIsOver_ThenThereWasOneReminderAndItDoesNotComeAbout()
    {
        var script = Script(null, ["S001"], 0);

        Assert.Equal([.. Gathered, Leads, Leads, Lapsed, Drop, End], await CallsAsync(script));
        Assert.Equal([Dates.Pairs, Dates.RemindLeads], script.CallsOf(Leads).Select(call => call.At));
        Assert.Equal(Dates.Decides, script.CallsOf(Lapsed).Single().At);
    }

    [Fact]
    public async Task GivenALeadsWord_WhenItComesTooLate_ThenItStaysAsTold() => Assert.DoesNotContain(
        Introduce,
        await CallsAsync(Script(null, ["S001"], 1).Decides(Dates.Decides.AddMinutes(1), ApproveSeconds.Approve)));

    [Theory]
    [InlineData(true, 2.375)] // a weekend of more time, then the pairs are made
    [InlineData(false, 0.375)] // everybody has answered
    public async Task GivenNothingRanOnTheLastDay_WhenItRunsAgain_ThenSilenceCountsOnlyAfterMoreTimeAndLeadsHaveAllTheirDays(
        bool someAreOpen, double madeAfter)
    {
        var again = Dates.Pairs.AddHours(9);
        var script = Script(null, ["S001"], 0).On(nameof(LateLetters.TellLate)).StandsStill(Instance, Dates.Pairs.AddDays(-1), again)
            .Orchestrator<LateThing, bool>(nameof(MoreTimeOrchestrator), MoreTimeOrchestrator.Run)
            .On(nameof(MoreTimeActivities.PutOffQuestions), _ => someAreOpen ? new[] { "second-G001-b" } : [])
            .On(nameof(MoreTimeActivities.WriteStillOpen));

        await CallsAsync(script);

        var made = script.CallsOf(Make).Single().At;
        Assert.InRange((made - Dates.Pairs).TotalDays, madeAfter - 0.01, someAreOpen ? 3.01 : madeAfter + 0.01);
        var leads = script.CallsOf(Leads);
        Assert.Equal(2, leads.Count);
        Assert.Equal(Dates.Decides - Dates.Pairs, script.CallsOf(Lapsed).Single().At - made);
        Assert.Equal(made + (Dates.Decides - Dates.Pairs), leads[0].Read<SecondsAsked>().Closes);
    }

    [Fact]
    public async Task GivenALeadWhoRefuses_WhenDecided_ThenNobodyMeetsAndNoLeadIsToldMore() => Assert.Equal(
        [.. Gathered, Leads, Drop, End],
        await CallsAsync(Script(null, ["S001"], 0).Decides(Dates.Pairs.AddHours(20), ApproveSeconds.Refuse)));

    [Fact]
    public async Task GivenASecondPair_WhenOneEndsItOrLeaves_ThenItIsLookedAtAtOnceAndWhoIsGoneIsNamed()
    {
        var (stopped, gone) = (Dates.Pairs.AddDays(9).AddHours(1), Dates.Pairs.AddDays(12).AddHours(2));
        var script = Script(null, ["S001"], 1, 1, 1, 1, 1, 1, 0).Decides(Dates.Pairs.AddHours(20), ApproveSeconds.Approve)
            .Ends(stopped, StopSecond.Stop).Ends(gone, Second.Leave);

        await CallsAsync(script);

        var looks = script.CallsOf(End);
        Assert.Contains(looks, call => call.At == stopped && call.Read<SecondsGone>().GoneId is null);
        Assert.Contains(looks, call => call.At == gone && call.Read<SecondsGone>().GoneId == "b");
    }

    [Fact]
    public async Task GivenASecondPair_WhenTheProgrammeEnds_ThenNothingIsLookedAtAnyMore()
    {
        var script = Script(null, ["S001"], 1).Decides(Dates.Pairs.AddHours(20), ApproveSeconds.Approve);
        await CallsAsync(script);
        Assert.All(script.CallsOf(End), call => Assert.True(call.At < Dates.End));
        Assert.InRange(script.CallsOf(End).Count, 20, 30);
    }

    [Fact]
    public async Task GivenACohortThatDoesNotOfferItAnyMore_WhenLookedAt_ThenNothingHappens() => Assert.Empty(
        await CallsAsync(Script(null, []).On(nameof(SecondActivities.LookAtSeconds), _ => new SecondsLook(null, [], 2))));

    /// <summary>Without the looks.</summary>
    static async Task<IReadOnlyList<string>> CallsAsync(Script script)
    {
        var ended = await script.PlayAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return [.. script.Calls.Select(call => call.Activity).Where(activity => activity != nameof(SecondActivities.LookAtSeconds))];
    }
}
