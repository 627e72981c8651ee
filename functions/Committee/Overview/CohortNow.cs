using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Overview;

/// <summary>Where a cohort is now, as its orchestration says.</summary>
/// <param name="State">Whether it goes on.</param>
/// <param name="Status">The step it is in, or was in when it stopped; null when it never said.</param>
/// <param name="Since">UTC; its last change.</param>
public sealed record CohortNow(CohortState State, CohortStatus? Status = null, DateTimeOffset Since = default)
{
    /// <summary>Of an instance that was asked for with its status; null when there is none.</summary>
    public static CohortNow Of(OrchestrationMetadata? instance)
    {
        if (instance is null) return new(CohortState.Absent);
        var status = instance.SerializedCustomStatus is null ? null : instance.ReadCustomStatusAs<CohortStatus>();
        return instance.RuntimeStatus switch
        {
            OrchestrationRuntimeStatus.Completed => new(CohortState.Running, new(CohortPhase.Completed), instance.LastUpdatedAt),
            OrchestrationRuntimeStatus.Failed => new(CohortState.Stopped, status, instance.LastUpdatedAt),
            OrchestrationRuntimeStatus.Terminated => new(CohortState.Terminated, status, instance.LastUpdatedAt),
            OrchestrationRuntimeStatus.Suspended => new(CohortState.Suspended, status, instance.LastUpdatedAt),
            _ => new(CohortState.Running, status, instance.LastUpdatedAt),
        };
    }

    /// <summary>Text that stands before the step; null when it goes on, or came to its end.</summary>
    public string? HaltKey => State switch
    {
        CohortState.Stopped => "phase.stopped",
        CohortState.Terminated => "phase.terminated",
        CohortState.Suspended => "phase.suspended",
        _ => null,
    };

    /// <summary>Text of the step; of one that stopped before it said any, the first.</summary>
    public string PhaseKey => this switch
    {
        { Status: { } status } => KeyOf(status.Phase),
        { State: CohortState.Absent } => "phase.unknown",
        _ => KeyOf(CohortPhase.Planned),
    };

    static string KeyOf(CohortPhase phase) => $"phase.{phase.ToString().ToLowerInvariant()}";
}

/// <summary>Whether a cohort goes on.</summary>
public enum CohortState
{
    /// <summary>It has no orchestration.</summary>
    Absent,

    /// <summary>It goes on, or came to its end.</summary>
    Running,

    /// <summary>Its orchestration failed.</summary>
    Stopped,

    /// <summary>Somebody ended it by the management interface.</summary>
    Terminated,

    /// <summary>Somebody holds it by the management interface.</summary>
    Suspended,
}
