namespace Microsoft.Azure.Functions.Worker;

/// <summary>The addresses by which one orchestration is asked after and steered. They open it to whoever has them.</summary>
public class HttpManagementPayload
{
    public string? Id { get; internal init; }

    public string? PurgeHistoryDeleteUri { get; internal init; }

    public string? RestartPostUri { get; internal init; }

    public string? ResumePostUri { get; internal init; }

    public string? RewindPostUri { get; internal init; }

    public string? SendEventPostUri { get; internal init; }

    public string? StatusQueryGetUri { get; internal init; }

    public string? SuspendPostUri { get; internal init; }

    public string? TerminatePostUri { get; internal init; }
}
