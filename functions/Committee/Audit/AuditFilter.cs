using System.Globalization;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Audit;

/// <summary>What somebody wants to know of what was done.</summary>
/// <param name="Query">What was asked, by the names below; empty for all.</param>
public sealed record AuditFilter(IReadOnlyDictionary<string, string> Query)
{
    public const string Search = "q", Kind = "kind", From = "from", Until = "until";

    /// <summary>What the committee did; what people answered.</summary>
    public const string Committee = "committee", People = "people";

    /// <summary>How far back is looked when nothing is said.</summary>
    const int Days = 30;

    public static readonly IReadOnlyList<string> Kinds = [Committee, People];

    /// <summary>Days that are none are as if they had not been given, and what is used is shown in their fields.</summary>
    public static AuditFilter Of(Func<string, string> query, CohortSettings cohort, DateTimeOffset now)
    {
        var until = DayOf(query(Until)) ?? cohort.Today(now);
        var from = DayOf(query(From)) ?? until.AddDays(-Days);
        return new(new Dictionary<string, string>
        {
            [Search] = query(Search).Trim(),
            [Kind] = Kinds.Contains(query(Kind)) ? query(Kind) : "",
            [From] = Iso(from),
            [Until] = Iso(until),
        });
    }

    /// <summary>
    /// From the beginning of the first day until the end of the last one where the cohort is, UTC;
    /// nothing where the first is after the last.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset Until) Period(CohortSettings cohort) =>
        (Begin(DayOf(Query[From])!.Value, cohort), Begin(DayOf(Query[Until])!.Value.AddDays(1), cohort));

    /// <summary>Whether it is about what the committee did, or about the people's answers, as asked.</summary>
    public bool Wants(bool isOfCommittee) => Query[Kind].Length == 0 || (Query[Kind] == Committee) == isOfCommittee;

    static DateTimeOffset Begin(DateOnly day, CohortSettings cohort) =>
        new(Zones.ToUtc(day.ToDateTime(TimeOnly.MinValue), cohort.TimeZone), TimeSpan.Zero);

    /// <summary>Of this century and the last, so that days can be added.</summary>
    static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and < 2100 ? day : null;

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
