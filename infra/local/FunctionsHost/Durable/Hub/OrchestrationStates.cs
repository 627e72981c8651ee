using DurableTask.Core;

namespace FunctionsHost.Durable.Hub;

/// <summary>States of instances by what may still happen to them.</summary>
static class OrchestrationStates
{
    public static readonly OrchestrationStatus[] Unfinished =
        [OrchestrationStatus.Pending, OrchestrationStatus.Running, OrchestrationStatus.Suspended, OrchestrationStatus.ContinuedAsNew];

    public static bool IsUnfinished(this OrchestrationState state) => Unfinished.Contains(state.OrchestrationStatus);
}
