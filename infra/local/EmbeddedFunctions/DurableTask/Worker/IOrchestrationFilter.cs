namespace Microsoft.DurableTask.Worker;

/// <summary>Decides which orchestrations a worker takes on.</summary>
[Obsolete("Experimental")]
public interface IOrchestrationFilter
{
    ValueTask<bool> IsOrchestrationValidAsync(OrchestrationFilterParameters info, CancellationToken cancellationToken = default);
}

/// <summary>What a filter knows of an orchestration.</summary>
public struct OrchestrationFilterParameters
{
    public string? Name { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
