using System.Text.RegularExpressions;

namespace Ilnp.Intake.Answers;

/// <summary>Answers that list several things: ticked boxes arrive joined by commas, people also write semicolons or "and".</summary>
public static partial class ListAnswer
{
    /// <summary>Nobody ticks more; a longer list is an accident or an attack.</summary>
    public const int Most = 40;

    /// <summary>The things in their order, each once. <paramref name="isKnown"/> keeps a name with a comma or "and" in one piece.</summary>
    public static IReadOnlyList<string> Split(IReadOnlyList<string> values, Func<string, bool> isKnown) =>
        [.. values.SelectMany(value => Pieces(value, isKnown)).Select(piece => piece.Trim()).Where(piece => piece.Length > 0).Distinct().Take(Most)];

    static IEnumerable<string> Pieces(string value, Func<string, bool> isKnown) =>
        isKnown(value) ? [value] : Separator().Split(value).SelectMany(piece => isKnown(piece) ? [piece] : Joined(piece, isKnown));

    /// <summary>"English and Spanish" is two, but only when both are known: an unknown phrase stays whole.</summary>
    static string[] Joined(string piece, Func<string, bool> isKnown)
    {
        var parts = Conjunction().Split(piece);
        return parts.Length > 1 && parts.All(isKnown) ? parts : [piece];
    }

    [GeneratedRegex(@"[,;、，；،؛\n|/]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+(?:and|y|e|et|und|&|и|و)\s+|\s*\+\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Conjunction();
}
