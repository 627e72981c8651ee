using Ilnp.Care.Concerns;
using Ilnp.Care.Rematching;
using Ilnp.Programme;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Care;

public sealed class RematchQueueTests
{
    const string Care = "care-c";
    const string Groups = "groups";

    static readonly RematchQueue Begin = new()
    {
        CohortId = "c",
        Announce = Plan.Announce,
        ApplicationsClose = Plan.ApplicationsClose,
        AskAvailability = Plan.AskAvailability,
        AvailabilityReminders = Plan.AvailabilityReminders,
        AvailabilityCloses = Plan.AvailabilityCloses,
        Introduce = Plan.Introduce,
        MidSurvey = Plan.MidSurvey,
        FinalSurvey = Plan.FinalSurvey,
        End = Plan.End,
        Prompts = Plan.Prompts,
        SurveyDays = Plan.SurveyDays,
        LaterDays = Plan.LaterDays,
        Care = Plan.Care,
    };

    static CohortPlan Plan => CohortPlan.From(Cohorts.Pilot);

    [Fact]
    public async Task GivenRematchesAskedForWhileARoundIsAtWork_WhenItEnds_ThenAllOfThemAreTakenInTheNextAndNobodyIsAskedTwice()
    {
        var script = new Script(Plan.Introduce)
            .Orchestrator<RematchQueue>(nameof(RematchQueueOrchestrator), RematchQueueOrchestrator.Run)
            .Orchestrator<RematchRound, IReadOnlyList<string>>(nameof(RematchRoundOrchestrator), RoundOfADayAsync)
            .Orchestrator<string>(Groups, (context, _) => AskForFourAsync(context, Begin with { InRounds = true }))
            .On("Rounded");

        await script.RunAsync(Groups, "c", Groups, Plan.Introduce.AddDays(10));

        Assert.Equal(
            ["\"1:  after \"", "\"2: first second third fourth after w1\""],
            script.CallsOf("Rounded").Select(call => call.Json));
    }

    /// <summary>It asks somebody of the waiting list.</summary>
    static async Task<IReadOnlyList<string>> RoundOfADayAsync(TaskOrchestrationContext context, RematchRound round)
    {
        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        await context.CallActivityAsync(
            "Rounded",
            $"{round.Number}: {string.Join(' ', round.Needs.Select(need => need.SeekerId))} after {string.Join(' ', round.Asked)}");
        return [$"w{round.Number}"];
    }

    /// <summary>As one that began before there were rounds: its first need alone, all that came meanwhile in a round.</summary>
    [Fact]
    public async Task GivenRematchesThatBeganOneByOne_WhenTheyGoOn_ThenTheyAreTakenInRounds()
    {
        var script = new Script(Plan.Introduce)
            .Orchestrator<RematchQueue>(nameof(RematchQueueOrchestrator), RematchQueueOrchestrator.Run)
            .Orchestrator<RematchCase>(nameof(RematchOrchestrator), RematchForADayAsync)
            .Orchestrator<RematchRound, IReadOnlyList<string>>(nameof(RematchRoundOrchestrator), RoundOfADayAsync)
            .Orchestrator<string>(Groups, (context, _) => AskForFourAsync(context, Begin))
            .On("Rematched").On("Rounded");

        await script.RunAsync(Groups, "c", Groups, Plan.Introduce.AddDays(10));

        Assert.Equal(["\"first\"", "\"2: second third fourth after \""], script.Calls.Select(call => call.Json));
    }

    static async Task RematchForADayAsync(TaskOrchestrationContext context, RematchCase rematch)
    {
        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        await context.CallActivityAsync("Rematched", rematch.Need.SeekerId!);
    }

    /// <summary>A stand-in for the groups, beside their cohort's rematches.</summary>
    static async Task AskForFourAsync(TaskOrchestrationContext context, RematchQueue begin)
    {
        var care = context.CallSubOrchestratorAsync(nameof(RematchQueueOrchestrator), begin, new SubOrchestrationOptions(instanceId: Care));
        foreach (var leaver in new[] { "first", "second", "third", "fourth" })
        {
            context.SendEvent(Care, RematchNeed.EventName, new RematchNeed { SeekerId = leaver });
            if (leaver == "first") await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        }

        await care;
    }
}
