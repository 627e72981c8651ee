namespace Microsoft.DurableTask.Client;

/// <summary>What is known of one instance at the moment of asking.</summary>
public sealed class OrchestrationMetadata(string name, string instanceId)
{
    public string Name { get; } = name;

    public string InstanceId { get; } = instanceId;

    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>Null unless inputs and outputs were asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <inheritdoc cref="SerializedInput"/>
    public string? SerializedOutput { get; init; }

    /// <inheritdoc cref="SerializedInput"/>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Set when the instance failed, if inputs and outputs were asked for.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the serialized properties; null unless inputs and outputs were asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    public bool IsCompleted => RuntimeStatus
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <exception cref="InvalidOperationException">Inputs and outputs were not asked for.</exception>
    public T? ReadInputAs<T>() => Reader.Deserialize<T>(SerializedInput);

    /// <inheritdoc cref="ReadInputAs{T}"/>
    public T? ReadOutputAs<T>() => Reader.Deserialize<T>(SerializedOutput);

    /// <inheritdoc cref="ReadInputAs{T}"/>
    public T? ReadCustomStatusAs<T>() => Reader.Deserialize<T>(SerializedCustomStatus);

    DataConverter Reader => DataConverter
        ?? throw new InvalidOperationException("This was fetched without inputs and outputs: ask for them to read them.");

    public override string ToString()
        => $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}"
            + (SerializedInput is null ? "" : $", Input: '{Short(SerializedInput)}'")
            + (SerializedOutput is null ? "" : $", Output: '{Short(SerializedOutput)}'")
            + (FailureDetails is null ? "" : $", FailureDetails: '{FailureDetails.ErrorType} - {Short(FailureDetails.ErrorMessage)}'")
            + "]";

    static string Short(string text) => text.Length <= 50 ? text : $"{text[..50]}...";
}

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    Running = 0,
    Completed = 1,
    [Obsolete("The ContinuedAsNew status is obsolete and exists only for compatibility reasons.")]
    ContinuedAsNew = 2,
    Failed = 3,
    [Obsolete("The Canceled status is not currently used and exists only for compatibility reasons.")]
    Canceled = 4,
    Terminated = 5,
    Pending = 6,
    Suspended = 7,
}
