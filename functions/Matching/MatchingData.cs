using Ilnp.Matching.Wishes;
using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Matching;

/// <summary>
/// Who the committee wanted together, apart or in a group, by ids, and words of theirs that name nobody who was found: tables
/// <c>MatchWishes</c> and <c>Proposals</c>.
/// </summary>
sealed class MatchingData(WishStore wishes, ProposalStore proposals) : IPersonalData
{
    public static readonly HeldData Held = new("matching", ErasureTurn.Mentions, "table MatchWishes", "table Proposals");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
    [
        .. (await wishes.ListAsync(who.CohortId, cancellation))
            .SelectMany(list => All(list).Where(wish => Names(wish, who)).DistinctBy(wish => wish.Key).Select(wish => new Holding(
                new { list.Round, wish },
                null,
                new HoldingLine(words["privacy.matching.wish"], words[$"privacy.matching.{wish.Kind.ToString().ToLowerInvariant()}"])))),
    ];

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        var redaction = who.Redaction;
        await wishes.UpdateAllAsync(
            who.CohortId, list => All(list).Any(wish => Names(wish, who)) || list.NotUnderstood.Any(redaction.Mentions)
                ? list.Without(wish => Names(wish, who)) with { NotUnderstood = [.. list.NotUnderstood.Select(redaction.Of)] }
                : list, cancellation);
        await proposals.UpdateAllAsync(who.CohortId, proposal => proposal.Notes.Concat(proposal.NotUnderstood).Any(redaction.Mentions)
            ? proposal with
            {
                Notes = [.. proposal.Notes.Select(redaction.Of)],
                NotUnderstood = [.. proposal.NotUnderstood.Select(redaction.Of)],
            }
            : proposal, cancellation);
    }

    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
    {
        var first = await wishes.ForgetAsync(cohortId, most, cancellation);
        return first + await proposals.ForgetAsync(cohortId, most - first, cancellation);
    }

    /// <summary>What was taken back is held too.</summary>
    static IEnumerable<Wish> All(WishList list) => list.Wishes.Concat(list.Done.Concat(list.Undone).SelectMany(step => step.Wishes));

    static bool Names(Wish wish, DataSubject who) => wish.People.Contains(who.PersonId);
}
