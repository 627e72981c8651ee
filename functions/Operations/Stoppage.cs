namespace Ilnp.Operations;

/// <summary>What stopped in a cohort and was found at once: told in one mail, decided by one press. Ids only, no personal data.</summary>
/// <param name="CohortId">The cohort whose people are asked.</param>
/// <param name="StoppageId">Of what stopped, and when: the same again for the same failures.</param>
/// <param name="FoundAt">UTC.</param>
/// <param name="Failures">The topmost orchestrations first, in the order of failing, then what failed below them.</param>
public sealed record Stoppage(string CohortId, string StoppageId, DateTimeOffset FoundAt, IReadOnlyList<Failure> Failures)
{
    /// <summary>What is told and let go on; the rest goes on with it.</summary>
    public IEnumerable<Failure> Topmost => Failures.Where(failure => failure.Under is null);

    /// <summary>Whether there is anything to decide: something in it can go on.</summary>
    public bool IsQuestion => Topmost.Any(failure => failure.CanGoOn);
}

/// <summary>One orchestration that failed, at one moment: failing again after it went on is another failure.</summary>
public sealed record Failure
{
    public required string InstanceId { get; init; }

    /// <summary>UTC; the instance's last change.</summary>
    public required DateTimeOffset FailedAt { get; init; }

    public required Step Step { get; init; }

    /// <summary>What the step is about, for instance the group; may be empty.</summary>
    public string Subject { get; init; } = "";

    public required Cause Cause { get; init; }

    /// <summary>Whether the engine can rewind it.</summary>
    public bool CanGoOn { get; init; }

    /// <summary>The topmost orchestration that failed because of this one; null for the topmost itself.</summary>
    public string? Under { get; init; }

    public FailureKey Key => new(InstanceId, FailedAt);
}

/// <summary>What makes a failure the same failure.</summary>
public readonly record struct FailureKey(string InstanceId, DateTimeOffset FailedAt);
