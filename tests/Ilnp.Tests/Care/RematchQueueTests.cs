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
    public async Task GivenRematchesAskedForWhileOneIsAtWork_WhenItEnds_ThenTheyFollowOneByOneInTheirOrder()
    {
        var script = new Script(Plan.Introduce)
            .Orchestrator<RematchQueue>(nameof(RematchQueueOrchestrator), RematchQueueOrchestrator.Run)
            .Orchestrator<RematchCase>(nameof(RematchOrchestrator), RematchForADayAsync)
            .Orchestrator<string>(Groups, AskForFourAsync)
            .On("Rematched");

        await script.RunAsync(Groups, "c", Groups, Plan.Introduce.AddDays(10));

        var rematched = script.CallsOf("Rematched");
        Assert.Equal(["\"first\"", "\"second\"", "\"third\"", "\"fourth\""], rematched.Select(call => call.Json));
        Assert.Equal(Enumerable.Range(1, 4).Select(day => Plan.Introduce.AddDays(day)), rematched.Select(call => call.At));
    }

    static async Task RematchForADayAsync(TaskOrchestrationContext context, RematchCase rematch)
    {
        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        await context.CallActivityAsync("Rematched", rematch.Need.SeekerId!);
    }

    /// <summary>A stand-in for the groups, beside their cohort's rematches.</summary>
    static async Task AskForFourAsync(TaskOrchestrationContext context, string _)
    {
        var care = context.CallSubOrchestratorAsync(nameof(RematchQueueOrchestrator), Begin, new SubOrchestrationOptions(instanceId: Care));
        foreach (var leaver in new[] { "first", "second", "third", "fourth" })
        {
            context.SendEvent(Care, RematchNeed.EventName, new RematchNeed { SeekerId = leaver });
            if (leaver == "first") await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        }

        await care;
    }
}
