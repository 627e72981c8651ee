using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Programme.PersonalData;

/// <summary>
/// That somebody waited, keyed by a hash of the address: table <c>Priorities</c>. Used up by the next cohort, which keeps it for itself.
/// </summary>
sealed class PriorityData(PriorityStore priorities, CohortStore cohorts, Identities identities) : IPersonalData
{
    public static readonly HeldData Held = new("priority", ErasureTurn.Records, "table Priorities");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var held = new List<Holding>();
        foreach (var identity in await IdentitiesAsync(who, cancellation))
            if (await priorities.FindAsync(identity, cancellation) is { } priority)
                held.Add(
                    new(
                        priority,
                        null,
                        new HoldingLine(
                            words["privacy.priority.since"],
                            DateText.Day(DateOnly.FromDateTime(priority.Since.UtcDateTime), words.Language))));
        return held;
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        foreach (var identity in await IdentitiesAsync(who, cancellation)) await priorities.DeleteAsync(identity, cancellation);
    }

    /// <summary>It is for a cohort to come, and says of nobody who it is.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => Task.FromResult(0);

    async Task<IEnumerable<string>> IdentitiesAsync(DataSubject who, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        return who.Addresses.Where(address => address.Contains('@', StringComparison.Ordinal))
            .Select(address => identities.AcrossCohorts(cohort, address)).Distinct();
    }
}
