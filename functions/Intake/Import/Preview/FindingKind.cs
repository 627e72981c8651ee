using System.Text.RegularExpressions;

namespace Ilnp.Intake.Import.Preview;

/// <summary>Something that was not as it should be, in all the rows where it was.</summary>
/// <param name="Words">What, without the words of a single answer where there are several.</param>
/// <param name="Rows">Where, with those words; empty where there are none.</param>
public sealed partial record FindingKind(string Words, IReadOnlyList<(int Row, string Quote)> Rows)
{
    /// <summary>The most frequent first.</summary>
    public static IReadOnlyList<FindingKind> Of(IEnumerable<TakenRow> rows) =>
    [
        .. rows.SelectMany(row => ProblemNotes.Of(row.Application, row.Findings).Where(finding => finding.IsOpen)
                .Select(finding => (Row: row.Application.Row ?? 0, finding.Field, finding.Words)))
            .GroupBy(found => (found.Field, Quoted().Replace(found.Words, "“…”")))
            .Select(kind => kind.Select(found => found.Words).Distinct().Take(2).ToList() is [var only]
                ? new FindingKind(only, [.. kind.Select(found => (found.Row, ""))])
                : new FindingKind(kind.Key.Item2, [.. kind.Select(found => (found.Row, Quoted().Match(found.Words).Groups[1].Value))]))
            .OrderByDescending(kind => kind.Rows.Count),
    ];

    [GeneratedRegex("“(.*?)”", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
