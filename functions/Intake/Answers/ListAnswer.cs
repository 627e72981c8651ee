namespace Ilnp.Intake.Answers;

/// <summary>
/// Answers that list several things: ticked boxes arrive joined by commas, people also write semicolons, lines, remarks in brackets,
/// or "and" in their language.
/// </summary>
public static class ListAnswer
{
    /// <summary>Nobody ticks more; a longer list is an accident or an attack.</summary>
    public const int Most = 40;

    /// <summary>The things in their order, each once. <paramref name="isKnown"/> keeps a name with a comma or "and" in one piece.</summary>
    public static IReadOnlyList<string> Split(IReadOnlyList<string> values, Func<string, bool> isKnown) =>
        [.. values.SelectMany(value => Pieces(value, isKnown)).Select(piece => piece.Trim())
            .Where(piece => piece.Length > 0).Distinct().Take(Most)];

    static IEnumerable<string> Pieces(string value, Func<string, bool> isKnown)
    {
        if (value.Length > 4000) value = value[..4000];
        if (!isKnown(value)) value = ListParts.WithoutNumbers(Bare(value));
        return isKnown(value) ? [value] : Rejoined(ListParts.Of(value), value, isKnown)
            .SelectMany(piece => isKnown(piece) ? [piece] : ListConjunctions.Split(piece, isKnown));
    }

    /// <summary>A list as a program writes it: <c>["English","Spanish"]</c>.</summary>
    static string Bare(string value) =>
        value.Trim() is ['[' or '{', .., ']' or '}'] list ? list[1..^1].Replace("\"", "", StringComparison.Ordinal) : value;

    /// <summary>Choices may hold commas themselves: the longest run of pieces that is known together is one.</summary>
    static IEnumerable<string> Rejoined(IReadOnlyList<Range> parts, string value, Func<string, bool> isKnown)
    {
        for (var first = 0; first < parts.Count;)
        {
            var last = Math.Min(parts.Count - 1, first + 5);
            while (last > first && !isKnown(value[parts[first].Start..parts[last].End].Trim())) last--;
            yield return value[parts[first].Start..parts[last].End].Trim();
            first = last + 1;
        }
    }
}
