namespace FunctionsHost.Durable.Management;

/// <summary>The links of one instance, as the API answers a start.</summary>
sealed record InstanceLinks
{
    public required string Id { get; init; }
    public required string StatusQueryGetUri { get; init; }
    public required string SendEventPostUri { get; init; }
    public required string TerminatePostUri { get; init; }
    public required string RewindPostUri { get; init; }
    public required string PurgeHistoryDeleteUri { get; init; }
    public required string RestartPostUri { get; init; }
    public required string SuspendPostUri { get; init; }
    public required string ResumePostUri { get; init; }
}
