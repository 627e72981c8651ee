namespace Ilnp.Programme.Waiting;

/// <summary>At an address somebody applied, qualified and had no place.</summary>
/// <param name="CohortId">The cohort it was in last.</param>
/// <param name="Since">When they were told so, or when the cohort was handed over, UTC.</param>
public sealed record Priority(string CohortId, DateTimeOffset Since)
{
    /// <summary>Who of the address; empty where that was not kept: then it is whoever has it.</summary>
    public IReadOnlyList<Waiter> Waiters { get; init; } = [];

    /// <summary>Somebody as the one who waits; null when others of the address do. In doubt somebody does.</summary>
    public Waiter? Of(AcrossCohorts who) =>
        Waiters.Count == 0 ? new(who, CohortId, Since)
        : Waiters.FirstOrDefault(waiter => waiter.Who.Is(who)) ?? Waiters.FirstOrDefault(waiter => waiter.Who.MayBe(who));

    /// <summary>After somebody had a place, or was forgotten; null when nobody of the address waits any more.</summary>
    /// <param name="who">The one.</param>
    /// <param name="but">Cohorts whose waiters stay.</param>
    public Priority? Without(AcrossCohorts who, IReadOnlySet<string> but)
    {
        if (Waiters.Count == 0) return but.Contains(CohortId) ? this : null;
        var same = Waiters.Where(waiter => waiter.Who.Is(who)).ToList();
        var gone = (same.Count > 0 ? same : Waiters.Where(waiter => waiter.Who.MayBe(who)))
            .Where(waiter => !but.Contains(waiter.CohortId)).ToList();
        return gone.Count == Waiters.Count ? null : gone.Count == 0 ? this : this with { Waiters = [.. Waiters.Except(gone)] };
    }

    /// <summary>
    /// After somebody had no place in a cohort and was told of what follows; whoever waited before has waited since then. The same
    /// object where that is noted already.
    /// </summary>
    public static Priority With(Priority? before, AcrossCohorts who, string cohortId, DateTimeOffset now)
    {
        var waiters = before?.Waiters ?? [];
        var known = waiters.FirstOrDefault(waiter => waiter.Who.Is(who));
        if (before is not null && known is { IsWrittenTo: true } && known.CohortId == cohortId) return before;
        return new(cohortId, now)
        {
            Waiters = [.. waiters.Where(waiter => !waiter.Who.Is(who)), new(who, cohortId, known?.Since ?? now) { IsWrittenTo = true }],
        };
    }
}

/// <summary>Who waits.</summary>
/// <param name="Who">By hashes.</param>
/// <param name="CohortId">The cohort in which it was last.</param>
/// <param name="Since">UTC.</param>
public sealed record Waiter(AcrossCohorts Who, string CohortId, DateTimeOffset Since)
{
    /// <summary>Whether they were told that we write when the next programme opens; before, we said that we do not.</summary>
    public bool IsWrittenTo { get; init; }
}
