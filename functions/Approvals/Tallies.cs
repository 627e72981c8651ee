using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Approvals;

/// <summary>How questions stand that several of the committee are asked, and that are decided once.</summary>
public sealed class Tallies(DecisionStore store, CommitteeForms forms, CohortStore cohorts)
{
    /// <summary>Null for questions that each answers alone.</summary>
    public async Task<Tally?> FindAsync(Decision decision, CancellationToken cancellation) =>
        await ReadAsync(decision, cancellation) is { } counting ? counting.Now : null;

    /// <summary>How many members must agree now; 1 where each answers alone.</summary>
    public async Task<int> NeededAsync(string cohortId, CancellationToken cancellation) =>
        (await cohorts.GetAsync(cohortId, cancellation)).Of<ApprovalSettings>().Needed;

    internal async Task<Counting?> ReadAsync(Decision decision, CancellationToken cancellation)
    {
        if (forms.Find(decision.Request.Form)?.Agreeing is not { } agreeing) return null;
        var matter = forms.MatterOf(decision.Request);
        var stored = await store.TallyAsync(decision.CohortId, matter, cancellation);
        var before = stored is null ? await FromBeforeAsync(decision, matter, cancellation) : null;
        // Between the two looks somebody may have answered: their answer has its tally, and was none of before.
        if (before is not null) stored = await store.TallyAsync(decision.CohortId, matter, cancellation);
        var now = stored?.Value ?? before ?? Tally.None;
        return new(matter, stored, now, agreeing, await NeededAsync(decision.CohortId, cancellation));
    }

    /// <summary>Answers of before there were tallies: the first one counted. Null where nobody answered.</summary>
    async Task<Tally?> FromBeforeAsync(Decision decision, string matter, CancellationToken cancellation)
    {
        var asked = await store.ListAsync(decision.CohortId, matter[..matter.IndexOf('*', StringComparison.Ordinal)], cancellation);
        return asked.Where(other => other.Version > 0 && forms.MatterOf(other.Request) == matter)
            .MinBy(other => other.AnsweredAt) is { } first
            ? Tally.None.With(first, "", 1)
            : null;
    }

    /// <param name="Matter">What is decided.</param>
    /// <param name="Stored">As it was read; null where no answer was counted yet.</param>
    /// <param name="Now">How it stands.</param>
    internal sealed record Counting(string Matter, Stored<Tally>? Stored, Tally Now, string Agreeing, int Needed)
    {
        public Tally With(Decision decision) => Now.With(decision, Agreeing, Needed);
    }
}
