using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Approvals;

/// <summary>
/// Waits until an answer has settled, and sends its receipt. One for each version: whichever is the last then tells, the others
/// nothing.
/// </summary>
public static class ReceiptOrchestrator
{
    [Function(nameof(ReceiptOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, DueReceipt due)
    {
        await context.WaitUntil(due.At);
        await context.Do(nameof(ReceiptActivities.SendReceipt), due);
    }
}

/// <summary>Input of a receipt's orchestration.</summary>
/// <param name="Version">The recorded answer's.</param>
/// <param name="At">UTC; when nobody has changed it for long enough.</param>
public sealed record DueReceipt(string CohortId, string DecisionId, int Version, DateTime At);
