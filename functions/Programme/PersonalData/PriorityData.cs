using Ilnp.Privacy;
using Ilnp.Programme.Waiting;
using Ilnp.Texts;

namespace Ilnp.Programme.PersonalData;

/// <summary>
/// That somebody waited, by hashes of the address and of the name: table <c>Priorities</c>. Used up by the next cohort, which keeps it for
/// itself.
/// </summary>
sealed class PriorityData(PriorityStore priorities, CohortStore cohorts, Identities identities) : IPersonalData
{
    public static readonly HeldData Held = new("priority", ErasureTurn.Records, "table Priorities");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var found = new List<DateTimeOffset>();
        foreach (var identity in await IdentitiesAsync(who, cancellation))
            if (await priorities.FindAsync(identity, cancellation) is { } waiter) found.Add(waiter.Since);
        return
        [
            .. found.Distinct().Select(since => new Holding(
                new { Since = since },
                null,
                new HoldingLine(words["privacy.priority.since"], DateText.Day(DateOnly.FromDateTime(since.UtcDateTime), words.Language)))),
        ];
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        foreach (var identity in await IdentitiesAsync(who, cancellation)) await priorities.ForgetAsync(identity, cancellation);
    }

    /// <summary>It is for a cohort to come, and says of nobody who it is.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => Task.FromResult(0);

    /// <summary>Each of the addresses with each of the names: a colleague who shares one keeps theirs.</summary>
    async Task<IEnumerable<AcrossCohorts>> IdentitiesAsync(DataSubject who, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        return from address in who.Addresses
               where address.Contains('@', StringComparison.Ordinal)
               from name in who.Names.DefaultIfEmpty("")
               select identities.AcrossCohorts(cohort, address, name);
    }
}
