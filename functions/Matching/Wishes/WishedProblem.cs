using Ilnp.Matching.Problem;

namespace Ilnp.Matching.Wishes;

/// <summary>Wishes as constraints of a problem.</summary>
static class WishedProblem
{
    /// <summary>The problem with the wishes beside its own constraints.</summary>
    public static MatchingProblem With(this MatchingProblem problem, IReadOnlyList<Wish> wishes) => problem with
    {
        Locked = [.. problem.Locked, .. Pairs(wishes, WishKind.Together)],
        Blocked = [.. problem.Blocked, .. Pairs(wishes, WishKind.Apart)],
        MustPlace = [.. problem.MustPlace.Union(wishes.Where(w => w.Kind == WishKind.Place).Select(w => w.First))],
        AtLeast = [.. problem.AtLeast, .. wishes.Select(w => w.Minimum).OfType<Minimum>()],
    };

    static IEnumerable<PersonPair> Pairs(IReadOnlyList<Wish> wishes, WishKind kind) =>
        wishes.Where(w => w.Kind == kind).Select(w => new PersonPair(w.First, w.Second!));
}
