using Ilnp.Continuing;
using Ilnp.Continuing.Letters;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Tests.Orchestration;
using Microsoft.DurableTask.Client;
using static Ilnp.Tests.Continuing.LongerPlay;

namespace Ilnp.Tests.Continuing;

/// <summary>What a group is asked, and what comes after the programme's end, in order.</summary>
public sealed class LongerOrchestratorTests
{
    const string Ask = nameof(AskingActivities.AskLonger),
        Remind = nameof(AskingActivities.RemindLonger),
        Not = nameof(AskingActivities.TellNotLonger);
    const string Agree = nameof(LongerActivities.AgreeOnLonger),
        Told = nameof(LongerLetters.TellLonger),
        Prompt = nameof(PromptActivities.SendPrompt);
    const string End = nameof(LongerActivities.EndLonger), EndTold = nameof(LongerLetters.TellLongerEnded);

    [Fact]
    public async Task GivenAllWhoAgree_WhenTheMonthsPass_ThenEachGetsATopicAMonthAndOneLastMail()
    {
        var script = Script(null, Stand(Consent.Open), Stand(Consent.Given)).Says(Begin.AddDays(2), Longer.Yes);

        Assert.Equal([Ask, Agree, Told, Prompt, Prompt, Prompt, Prompt, Prompt, Prompt, End, EndTold], await CallsAsync(script));

        var prompts = script.CallsOf(Prompt);
        Assert.Equal(Dates.Prompts.SelectMany(at => new[] { at, at }), prompts.Select(call => call.At));
        Assert.Equal([5, 5, 6, 6, 7, 7], prompts.Select(call => call.Read<Prompt>().Month));
        Assert.Equal(Dates.Until, script.CallsOf(EndTold).Single().At);
        Assert.Equal(GoingOnEnd.Over, script.CallsOf(End).Single().Read<LongerEnd>().Why);
    }

    [Fact]
    public async Task GivenNoAnswer_WhenTheAnswersClose_ThenThereWasOneReminderAndWhoAskedIsTold()
    {
        var script = Script(null, Stand(Consent.Open));

        Assert.Equal([Ask, Remind, Not], await CallsAsync(script));
        Assert.Equal((Dates.Remind, Dates.Closes), (script.CallsOf(Remind).Single().At, script.CallsOf(Not).Single().At));
    }

    [Fact]
    public async Task GivenANo_WhenItBecomesAYesInTime_ThenTheyGoOnAllTheSame() => Assert.Equal(
        [Ask, Not, Agree, Told],
        (await CallsAsync(Script(null, Stand(Consent.Open), Stand(Consent.Refused), Stand(Consent.Given))
            .Says(Begin.AddDays(1), Longer.No).Says(Begin.AddDays(2), Longer.Yes))).Take(4));

    [Fact]
    public async Task GivenAGroupThatGoesOn_WhenOneEndsIt_ThenItEndsAtOnceForAll()
    {
        var at = Dates.Prompts[0].AddDays(3);
        var script = Script(null, Given(4, Stand(Consent.Given, GoingOnEnd.Stopped))).Says(at, StopLonger.Stop);

        Assert.Equal([Ask, Agree, Told, Prompt, Prompt, End, EndTold], await CallsAsync(script));
        Assert.Equal(
            (at, new LongerEnd("c", "G001", GoingOnEnd.Stopped, "b")),
            (script.CallsOf(End).Single().At, script.CallsOf(EndTold).Single().Read<LongerEnd>()));
    }

    [Fact]
    public async Task GivenAGroupThatGoesOn_WhenOneLeavesForGood_ThenItEnds()
    {
        var script = Script(null, Stand(Consent.Given)).Says(Dates.Prompts[0].AddDays(3), Longer.Leave);

        Assert.Equal([Ask, Agree, Told, Prompt, Prompt, End, EndTold], await CallsAsync(script));
        Assert.Equal(new LongerEnd("c", "G001", GoingOnEnd.Left, "b"), script.CallsOf(EndTold).Single().Read<LongerEnd>());
    }

    [Fact]
    public async Task GivenSomebodyWhoLeavesForGood_WhenItIsAsked_ThenWhoWishedItIsTold() =>
        Assert.Equal([Ask, Not], await CallsAsync(Script(null, Stand(Consent.Open)).Says(Begin.AddDays(1), Longer.Leave)));

    [Fact]
    public async Task GivenAGroupThatWasParted_WhenItIsAsked_ThenNothingMoreHappens() =>
        Assert.Equal([Ask], await CallsAsync(Script(null, Stand(Consent.Off))));

    [Fact]
    public async Task GivenACohortThatWasBrokenOff_WhenTheNextMonthComes_ThenItEnds() => Assert.Equal(
        [Ask, Agree, Told, Prompt, Prompt, End, EndTold],
        await CallsAsync(Script(null, Given(4, Stand(Consent.Off, GoingOnEnd.Cancelled)))));

    /// <summary>Without the looks.</summary>
    static async Task<IReadOnlyList<string>> CallsAsync(Script script)
    {
        var ended = await script.PlayAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return [.. script.Calls.Select(call => call.Activity).Where(activity => activity != nameof(LongerActivities.LookAtLonger))];
    }
}
