namespace Microsoft.DurableTask.Client;

/// <summary>Which instances to list. Times are compared with the creation, both ends inclusive; absent criteria match everything.</summary>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    public const int DefaultPageSize = 100;
}

/// <summary>Whether the sub-orchestrations are purged too.</summary>
public record PurgeInstanceOptions(bool Recursive = false);

/// <summary>Which finished instances to purge; see <see cref="OrchestrationQuery"/>.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null, DateTimeOffset? CreatedTo = null, IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>After this time the purge stops and says that it is not complete.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>How many instances were purged, and whether none are left (null: unknown).</summary>
public class PurgeResult(int count, bool? isComplete)
{
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    public int PurgedInstanceCount { get; } = count;

    public bool? IsComplete { get; } = isComplete;
}

/// <summary>The output of a terminated orchestration, and whether its sub-orchestrations end with it.</summary>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
