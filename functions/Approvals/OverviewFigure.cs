using Ilnp.Programme;

namespace Ilnp.Approvals;

/// <summary>A number that a step shows on the committee's overview; each counts people.</summary>
/// <param name="TextKey">What it counts.</param>
/// <param name="Place">Among the others, the smallest first.</param>
/// <param name="Count">Out of what is stored.</param>
public sealed record OverviewFigure(string TextKey, int Place, Func<CohortFacts, int> Count);

/// <summary>What figures count.</summary>
public sealed record CohortFacts(
    IReadOnlyList<Person> People, IReadOnlyList<Decision> Decisions, IReadOnlyList<Group> Groups)
{
    /// <summary>People who were asked by a form and, where one is named, made this choice.</summary>
    public int Asked(string form, string? choice = null) => Decisions
        .Where(decision => decision.Request.Form == form && (choice is null || decision.Choice == choice))
        .Select(decision => decision.SubjectId).Distinct().Count();
}
