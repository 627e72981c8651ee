using System.Text.RegularExpressions;

namespace Ilnp.Intake.Answers;

/// <summary>
/// "And" in the programme's languages: before the last thing of a list, between two, or written together with the next word.
/// </summary>
static partial class ListConjunctions
{
    /// <summary>The piece's things. It stays whole unless at least one of them is known: an unknown phrase is somebody's own.</summary>
    public static IEnumerable<string> Split(string piece, Func<string, bool> isKnown)
    {
        var bare = Leading().Replace(piece, "").Trim();
        if (bare.Length > 0 && bare != piece && isKnown(bare)) return [bare];
        foreach (var sign in (Regex[])[Between(), Attached(), Ideographic()])
            if (Parts(sign.Split(piece), isKnown) is { } parts) return parts;
        return Spaced(piece, isKnown)
            ?? [bare.Length > 0 && bare != piece && ListParts.Of(piece).Count == 1 && AndAlone().IsMatch(piece) ? bare : piece];
    }

    static List<string>? Parts(string[] split, Func<string, bool> isKnown)
    {
        var parts = split.Select(part => Leading().Replace(part, "").Trim()).Where(part => part.Length > 0).ToList();
        return parts.Count > 1 && parts.Any(isKnown)
            ? [.. parts.SelectMany(part => isKnown(part) ? [part] : Spaced(part, isKnown) ?? [part])]
            : null;
    }

    /// <summary>Known names with nothing but spaces between them; null when a word is left over.</summary>
    static List<string>? Spaced(string piece, Func<string, bool> isKnown)
    {
        var words = piece.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // An abbreviation belongs to what follows.
        if (words.Length is < 2 or > 20 || words[..^1].Any(word => word.Length <= 4 && word.EndsWith('.'))) return null;
        var found = new List<string>();
        for (var first = 0; first < words.Length;)
        {
            var length = Math.Min(5, words.Length - first);
            while (length > 0 && !isKnown(string.Join(' ', words[first..(first + length)]))) length--;
            if (length == 0) return null;
            found.Add(string.Join(' ', words[first..(first + length)]));
            first += length;
        }

        return found;
    }

    [GeneratedRegex(
        @"\s+(?:and|y|e|et|und|en|og|och|i|a|ve|na|da|dan|dhe|ja|oraz|și|şi|és|ir|at|eta|agus|va|ne|жана|және|ба|и|та|й|و|או|ו|και|और|及|和|"
            + @"与|與|と|및|및|sowie|ainsi\sque|así\scomo|bem\scomo|or|o|ou|oder|или|veya|أو|或|또는|혹은)\s+|\s*[&+＆＋]\s*|"
            + @"\s*\bas well as\b\s*|\s*\bplus\b\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    /// <summary>In Arabic the letter is written together with the next word.</summary>
    [GeneratedRegex(@"\s+و(?=\p{IsArabic}{2,})", RegexOptions.CultureInvariant)]
    private static partial Regex Attached();

    [GeneratedRegex(@"[和与與及跟或・･]|以及|または|と|や|및|(?<=\p{IsHangulSyllables})[와과]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographic();

    [GeneratedRegex(
        @"^\s*(?:(?:and|also|y|e|et|und|ve|na|и|та|و|as well as)\s+|[&+＆＋]\s*|و(?=\p{IsArabic}{2,})|以及|[和与與及])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^\s*and\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AndAlone();
}
