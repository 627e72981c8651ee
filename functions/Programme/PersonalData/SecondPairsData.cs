using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Programme.PersonalData;

/// <summary>
/// Second pairs somebody is or was in, by ids: table <c>SecondPairs</c>. The pair stays for the other one; why it was made goes.
/// </summary>
sealed class SecondPairsData(SecondPairStore pairs, CohortStore cohorts) : IPersonalData
{
    public static readonly HeldData Held = new("seconds", ErasureTurn.Records, "table SecondPairs");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        return [.. (await pairs.ListAsync(who.CohortId, cancellation))
            .Where(pair => pair.Members.Contains(who.PersonId)).Select(pair => Of(pair, cohort, words))];
    }

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) => pairs.UpdateAllAsync(
        who.CohortId,
        pair => pair.Members.Contains(who.PersonId) && pair.Reasons.Count > 0 ? pair with { Reasons = [] } : pair,
        cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        pairs.ForgetAsync(cohortId, most, cancellation);

    static Holding Of(SecondPair pair, CohortSettings cohort, PageTexts words) => new(pair, pair.PairId,
    [
        new(words["privacy.seconds.status"], words[$"privacy.seconds.{pair.Status.ToString().ToLowerInvariant()}"]),
        .. GroupsData.Moment("privacy.groups.formed", pair.MadeAt, cohort, words),
        .. GroupsData.Moment("privacy.groups.ended", pair.EndedAt, cohort, words),
    ]);
}
