using Ilnp.Intake;
using Ilnp.Intake.Applying;
using Ilnp.Intake.Stray;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.FormQuestions;

/// <summary>Messages for rounds that are not here, as the committees see them whose rounds take applications.</summary>
public sealed class StrayReading(StrayStore strays, IOptions<IntakeOptions> options, TimeProvider time)
{
    /// <summary>All that a round can take in now.</summary>
    public async Task<StrayList> ListAsync(CohortSettings cohort, CancellationToken cancellation)
    {
        if (!IsFor(cohort)) return StrayList.Empty;
        var all = await strays.ListAsync(cancellation);
        var full = all.CountBy(message => message.Provider).Where(provider => provider.Value >= options.Value.MostStrayMessages);
        return new(StrayGroup.Of(all, cohort.Id), [.. full.Select(provider => (provider.Key, provider.Value))]);
    }

    /// <summary>Nothing for members who can do nothing about them.</summary>
    public Task<StrayList> ListAsync(CommitteeReader reader, CancellationToken cancellation) =>
        reader.Member.Is(CommitteeRole.Lead) || reader.Member.Is(CommitteeRole.Technical)
            ? ListAsync(reader.Cohort, cancellation)
            : Task.FromResult(StrayList.Empty);

    /// <summary>Those of one provider for one name; null when a round can take in none.</summary>
    public Task<StrayGroup?> FindAsync(CohortSettings cohort, string provider, string nameId, CancellationToken cancellation) =>
        FindAsync(cohort, new(provider, nameId, DateTimeOffset.MaxValue), cancellation);

    /// <summary>What is left of them as a page showed them; null for nothing.</summary>
    public async Task<StrayGroup?> FindAsync(CohortSettings cohort, ShownStrays shown, CancellationToken cancellation)
    {
        if (!IsFor(cohort)) return null;
        var all = await strays.ListAsync(shown.Provider, shown.NameId, cancellation);
        return StrayGroup.Of(all.Where(message => message.ReceivedAt <= shown.Last), cohort.Id).SingleOrDefault();
    }

    bool IsFor(CohortSettings cohort) => ApplicationWindow.TakesApplications(cohort, time.GetUtcNow());
}

/// <summary>What there is.</summary>
/// <param name="Groups">By provider and name.</param>
/// <param name="Full">Providers of which no more are kept, with how many are.</param>
public sealed record StrayList(IReadOnlyList<StrayGroup> Groups, IReadOnlyList<(string Provider, int Count)> Full)
{
    public static readonly StrayList Empty = new([], []);
}
