using System.Text.RegularExpressions;
using Ilnp.Matching.Wishes;

namespace Ilnp.Local.Match;

/// <summary>What wishes cost, with people by their rows in the applications file.</summary>
static class WishFigures
{
    /// <summary>For <c>match.json</c>: changes of score and countries, negative where something is lost.</summary>
    public static object Of(WishesCost cost, Applicants applicants) => new
    {
        weightWithout = cost.Without?.Score,
        countriesWithout = cost.Without?.Countries,
        weightChange = cost.With?.Score - cost.Without?.Score,
        countriesChange = cost.With?.Countries - cost.Without?.Countries,
        each = cost.Each.Select(c =>
            new
            {
                wish = Told(c.Wish, applicants),
                weightChange = -c.Score,
                countriesChange = -c.Countries,
                conflicts = c.Conflicts.Select(words => InRows(words, applicants)),
            }),
    };

    /// <summary>For the person at the keyboard.</summary>
    public static IEnumerable<string> Lines(WishesCost cost, Applicants applicants)
    {
        if (cost is not { Without: { } without, With: { } with }) yield break;
        yield return $"The wishes together change the score by {Signed(with.Score - without.Score)} and the countries by "
            + $"{Signed(with.Countries - without.Countries)}.";
        foreach (var one in cost.Each)
            yield return one.Conflicts.Count > 0
                ? $"  {Told(one.Wish, applicants)}: {InRows(string.Join(' ', one.Conflicts), applicants)}"
                : $"  {Told(one.Wish, applicants)}: score {Signed(-one.Score)}, countries {Signed(-one.Countries)}";
    }

    /// <summary>Words with "row 12" in place of ids.</summary>
    public static string InRows(string words, Applicants applicants)
    {
        var rows = applicants.People.ToDictionary(p => p.PersonId, p => $"row {p.ApplicationRow}");
        return Regex.Replace(words, @"\b\d{7}\b", id => rows.GetValueOrDefault(id.Value, id.Value));
    }

    static string Told(Wish wish, Applicants applicants) => wish.Kind == WishKind.AtLeast ? wish.Minimum!.ToString()
        : InRows($"{wish.Kind.ToString().ToLowerInvariant()} {string.Join(" and ", wish.People)}", applicants);

    static string Signed(long change) => change.ToString("+#;-#;0", System.Globalization.CultureInfo.InvariantCulture);
}
