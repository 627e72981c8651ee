namespace Microsoft.DurableTask;

/// <summary>How one call of an activity or sub-orchestrator is made.</summary>
public record TaskOptions
{
    public TaskOptions(TaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (Retry, Tags, Version) = (options.Retry, options.Tags, options.Version);
    }

    public TaskOptions(TaskRetryOptions? retry)
        : this(retry, null)
    {
    }

    public TaskOptions(TaskRetryOptions? retry = null, IDictionary<string, string>? tags = null) => (Retry, Tags) = (retry, tags);

    /// <summary>When and how often a failed call is repeated; null never repeats it.</summary>
    public TaskRetryOptions? Retry { get; init; }

    /// <summary>Labels that travel with the call.</summary>
    public IDictionary<string, string>? Tags { get; init; }

    /// <summary>The version asked for; null leaves the choice to the callee's registration.</summary>
    public TaskVersion? Version { get; init; }

    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    public static TaskOptions FromRetryHandler(RetryHandler handler) => new(handler);

    /// <summary>The same options for a sub-orchestration with an instance id of the caller's choice.</summary>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}

/// <summary>How one sub-orchestration is called.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options) => InstanceId = options.InstanceId;

    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options) => InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    /// <summary>The child's instance id; null lets the engine choose one, the same at every replay.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The child's version; null gives it the parent's.</summary>
    public new TaskVersion? Version
    {
        get => base.Version;
        init => base.Version = value;
    }
}
