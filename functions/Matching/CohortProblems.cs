using Ilnp.Matching.Problem;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>
/// The one place where a cohort's people become a problem, so that every proposal and every repair obeys the same
/// rules: settings, former partners, separations.
/// </summary>
public sealed class CohortProblems(FormerPartners former, WishStore wishes)
{
    /// <summary>The problem of these people; the capacity is left open.</summary>
    public async Task<MatchingProblem> OfAsync(CohortSettings settings, IReadOnlyList<Person> people) => CohortProblem.Of(
        settings, people) with
    {
        Past = await former.OfAsync(settings),
        Blocked = [.. (await wishes.LatestAsync(settings.Id)).Wishes
            .Where(w => w.Kind == WishKind.Apart).Select(w => new PersonPair(w.First, w.Second!))],
    };
}
