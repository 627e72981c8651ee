using System.Text.RegularExpressions;
using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// The country that an answer names as a whole. What stands in brackets or beside a comma is not thrown away: each part says which
/// countries it may mean, and only a country that all of them allow is taken.
/// </summary>
sealed partial class CountryReading(Names names)
{
    /// <summary>Stands for "something else": a code of two letters behind a town's name is rarely a country's.</summary>
    const string Else = "?";

    static readonly string[] None = [];

    /// <summary>Words that turn one country into another; a remark with one of them is never passed over.</summary>
    static readonly HashSet<string> Turning = [.. VocabularyFile.Read("qualifiers").Select(entry => Fold.Text(entry.Word))];

    static readonly Lazy<Names> Regions = new(() =>
        new(VocabularyFile.Read("Cldr.regions").Select(region => (region.Code[..2].ToUpperInvariant(), region.Word))));

    static readonly ILookup<string, string> RegionCodes = VocabularyFile.Read("Cldr.regions")
        .Where(region => region.Code.Length > 2).Select(region => region.Code).Distinct()
        .ToLookup(code => code[2..], code => code[..2].ToUpperInvariant());

    /// <summary>Codes of three letters are words of other languages too: in a remark only those in capitals are countries.</summary>
    static readonly HashSet<string> Codes =
        [.. VocabularyFile.Read("Cldr.codes").Select(entry => Fold.Text(entry.Word)).Where(code => code.Length == 3)];

    static readonly Dictionary<string, string> Sovereigns = VocabularyFile.Read("territories")
        .ToDictionary(entry => entry.Word, entry => entry.Code);

    /// <summary>In a remark only those in capitals are countries, of so few letters.</summary>
    static readonly HashSet<string> Shortened = ["US", "USA", "UK", "UAE", "DRC", "KSA", "EEUU", "EUA", "EAU", "RDC", "NZ"];

    public string? Find(string text)
    {
        if (Flag(text) is { } flag) text = flag;
        if (names.Exact(text) is { Count: > 0 } exact && (exact.Count == 1 || exact.All(IsContinent)))
            return IsContinent(exact[0]) ? null : exact[0];
        foreach (var spelling in Whole(text))
            if (names.All(spelling) is { Count: > 0 } codes)
                return codes.Where(code => !IsContinent(code)).ToList() is [var only] ? only : null;
        var parts = Parts(text);
        return parts.Length > 1 ? Agreed(parts) : Region(text);
    }

    /// <summary>The answer as one name, and turned at its comma or bracket: <c>Korea (Democratic People's Rep. of)</c>.</summary>
    static IEnumerable<string> Whole(string text)
    {
        var parts = Parts(text);
        var turned = parts.Length == 2 ? CountrySpellings.Of($"{parts[1]} {parts[0]}") : [];
        return CountrySpellings.Of(text).Concat(turned);
    }

    static string[] Parts(string text) =>
        [.. Separator().Split(text).Select(part => part.Trim()).Where(part => Fold.Text(part).Length > 0)];

    string? Agreed(string[] parts)
    {
        var known = new List<IReadOnlyList<string>>();
        parts = [.. parts.Where(part => !Array.Exists(parts, other => SaysMore(other, part)))];
        foreach (var part in parts)
        {
            var codes = Candidates(part);
            if (codes.Count > 0) known.Add(codes);
            else if (!IsPartOfTheWorld(part) && Fold.Words(part).Any(Turning.Contains)) return null;
        }

        if (known.Count == 0) return null;
        known = WithoutSovereigns(known);
        var common = known.Aggregate((IEnumerable<string>)known[0], (left, codes) => left.Intersect(codes)).ToList();
        if (common.Count > 1) common = [.. common.Intersect(parts.SelectMany(OfTown))];
        var hidden = parts.Where(part => Candidates(part).Count == 0 && !IsPartOfTheWorld(part)).SelectMany(Mentioned);
        return common is [var only] && only != Else && hidden.All(code => code == only) ? only : null;
    }

    /// <summary>
    /// <c>Korea (North Korea)</c>: of two names of countries the one that has all words of the other, and more, is meant.
    /// </summary>
    bool SaysMore(string part, string other)
    {
        var (more, less) = (Fold.Words(part), Fold.Words(other));
        return more.Length > less.Length && less.All(more.Contains)
            && names.All(string.Join(' ', more)) is { Count: > 0 } && names.All(string.Join(' ', less)) is { Count: > 0 };
    }

    /// <summary><c>Nigeria, West Africa</c>: it turns nothing.</summary>
    bool IsPartOfTheWorld(string part) =>
        names.All(string.Join(' ', Fold.Words(part).Where(word => !Turning.Contains(word)))) is { Count: > 0 } codes
        && (codes.All(IsContinent) || names.All(Fold.Text(part)) is { Count: > 0 } whole && whole.All(IsContinent));

    /// <summary>The countries that a part may mean; none when it says nothing about that, as a town or a continent.</summary>
    IReadOnlyList<string> Candidates(string part)
    {
        if (part.Length == 2 && part.All(char.IsAsciiLetter) && part.ToLowerInvariant() is not ("us" or "uk")) return OfTwoLetters(part);
        if (part.Length == 3 && part.All(char.IsAsciiLetterUpper) && RegionCodes[part.ToLowerInvariant()].ToList() is { Count: > 0 } states)
            return [.. states.Union(names.All(Fold.Text(part)))];
        if (part.Length == 3 && !part.All(char.IsAsciiLetterUpper) && Codes.Contains(part.ToLowerInvariant())) return None;
        var countries = CountrySpellings.Of(part).Select(names.All).FirstOrDefault(codes => codes.Count > 0) ?? None;
        if (countries.Count > 0 && countries.All(IsContinent)) return None;
        return [.. countries.Union(Regions.Value.All(Fold.Text(part)))];
    }

    IReadOnlyList<string> OfTwoLetters(string part)
    {
        var region = RegionCodes[part.ToLowerInvariant()];
        var country = names.All(Fold.Text(part));
        return country.Count > 0 ? [.. region.Union(country), Else] : [.. region];
    }

    /// <summary>A part of the United States, Canada, Australia or the United Kingdom alone.</summary>
    static string? Region(string text) => Regions.Value.All(Fold.Text(text)) is [var only] ? only : null;

    static IEnumerable<string> OfTown(string part) => TimeZones.CountryOf(part) is { } country ? [country] : [];

    /// <summary>Countries that a remark mentions among other words.</summary>
    IEnumerable<string> Mentioned(string part)
    {
        var words = Fold.Words(part);
        var shortened = part.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(Shortened.Contains).SelectMany(word => names.All(Fold.Text(word)));
        return shortened.Concat(from length in Enumerable.Range(1, Math.Min(words.Length, 4))
                                from start in Enumerable.Range(0, words.Length - length + 1)
                                let phrase = string.Join(' ', words[start..(start + length)])
                                where phrase.Length > 3
                                from code in names.All(phrase)
                                where !IsContinent(code)
                                select code);
    }

    /// <summary><c>Taiwan, China</c> names Taiwan, and <c>Virgin Islands, UK</c> those of the two that are British.</summary>
    static List<IReadOnlyList<string>> WithoutSovereigns(List<IReadOnlyList<string>> known)
    {
        var below = known.Select(codes =>
            codes.Where(code =>
                Sovereigns.TryGetValue(code, out var above) && known.Exists(other => other != codes && other.Contains(above))).ToList())
            .Where(codes => codes.Count > 0).ToList();
        if (below.Count == 0) return known;
        var above = below.SelectMany(codes => codes).Select(code => Sovereigns[code]).ToHashSet();
        return
        [
            .. below,
            .. known.Where(codes => !codes.Any(above.Contains) && !codes.Any(code => below.Exists(territory => territory.Contains(code)))),
        ];
    }

    static bool IsContinent(string code) => char.IsAsciiDigit(code[0]);

    /// <summary>A flag is two letters as regional indicator symbols.</summary>
    static string? Flag(string text)
    {
        var runes = text.Trim().EnumerateRunes().Where(rune => rune.Value is >= 0x1F1E6 and <= 0x1F1FF).ToArray();
        return runes.Length == 2 && text.EnumerateRunes().All(rune => runes.Contains(rune) || System.Text.Rune.IsWhiteSpace(rune))
            ? string.Concat(runes.Select(rune => (char)('A' + rune.Value - 0x1F1E6)))
            : null;
    }

    [GeneratedRegex(@"[()（）\[\]{},،，、;；:/|\n]|\s[-–—]\s|[–—]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
