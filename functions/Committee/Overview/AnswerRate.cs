using Ilnp.Approvals;

namespace Ilnp.Committee.Overview;

/// <summary>How many of those asked by one form have answered.</summary>
/// <param name="Form">Name of the form.</param>
/// <param name="Asked">Decisions opened.</param>
/// <param name="Answered">Decisions with an answer, whichever.</param>
/// <param name="Open">Without an answer, and still open.</param>
public sealed record AnswerRate(string Form, int Asked, int Answered, int Open)
{
    /// <summary>In whole percent, rounded; 0 when nobody was asked.</summary>
    public int Percent => Asked == 0 ? 0 : (int)Math.Round(100.0 * Answered / Asked, MidpointRounding.AwayFromZero);

    /// <summary>One for each form that was asked, in the order of first asking.</summary>
    public static IReadOnlyList<AnswerRate> Of(IEnumerable<Decision> decisions, DateTimeOffset now) =>
    [
        .. decisions.GroupBy(decision => decision.Request.Form)
            .OrderBy(form => form.Min(decision => decision.OpenedAt)).ThenBy(form => form.Key, StringComparer.Ordinal)
            .Select(form => new AnswerRate(
                form.Key,
                form.Count(),
                form.Count(decision => decision.Version > 0),
                form.Count(decision => decision.Version == 0 && now < decision.Request.ClosesAt))),
    ];
}
