using Ilnp.Approvals;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Pages;

/// <summary>Waits for as many decisions as it is told and gives their choices, in the order of hearing.</summary>
public static class WaitingOrchestrator
{
    public const string Event = "Decided";

    [Function(nameof(HearDecisions))]
    public static async Task<List<string>> HearDecisions([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        List<string> heard = [];
        while (heard.Count < count)
        {
            var decision = await context.WaitForExternalEvent<DecisionRecorded>(Event);
            heard.Add($"{decision.DecisionId} {decision.SubjectId} {decision.Choice}");
            context.SetCustomStatus(heard);
        }

        return heard;
    }
}
