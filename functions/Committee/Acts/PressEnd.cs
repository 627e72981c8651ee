namespace Ilnp.Committee.Acts;

/// <summary>What became of a press.</summary>
/// <param name="IsDone">By this press; false when nothing was done by it.</param>
public sealed record PressEnd(bool IsDone)
{
    /// <summary>
    /// What somebody decided, or began to, about the same thing before; null where it is not known to be a member's deed.
    /// </summary>
    public CommitteeAct? First { get; init; }

    /// <summary>What a member did last about the same subject, where nobody is known to have been first; null for nothing.</summary>
    public CommitteeAct? Latest { get; init; }
}
