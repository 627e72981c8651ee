using Ilnp.Programme;

namespace Ilnp.Approvals;

/// <summary>How many of the committee must agree, where several are asked the same.</summary>
public sealed record ApprovalSettings : IStepSettings
{
    public static string Section => "approvals";

    /// <summary>1: any lead approves the pairs. 2: two different leads must.</summary>
    public int Needed { get; init; } = 1;

    /// <inheritdoc/>
    public IEnumerable<string> Problems() =>
        Needed is 1 or 2 ? [] : [$"needed: {Needed} is neither 1 (any lead approves the pairs) nor 2 (two leads must)."];
}
