namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started.</summary>
public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (InstanceId, StartAt, Tags) = (options.InstanceId, options.StartAt, options.Tags);
        (Version, DedupeStatuses) = (options.Version, options.DedupeStatuses);
    }

    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
        => (this.InstanceId, this.StartAt) = (InstanceId, StartAt);

    /// <summary>Null lets the engine choose one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Null, or a moment past, starts at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public TaskVersion? Version { get; init; }

    /// <summary>An instance of the same id in one of these states stands in the way; in any other it is replaced.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}

/// <summary>How an orchestration continues as new.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    /// <summary>Null keeps the version.</summary>
    public string? NewVersion { get; set; }

    /// <summary>Whether events nobody has awaited yet are kept for the next run.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}

/// <summary>The orchestration that awaits this one.</summary>
public record ParentOrchestrationInstance(TaskName Name, string InstanceId);
