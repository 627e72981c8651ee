using System.Collections.Concurrent;
using System.Globalization;

namespace Ilnp.Texts;

/// <summary>
/// How a language names countries, languages and time zones, counts and lists: from CLDR, in files of our own
/// (<c>Cldr/&lt;language&gt;.json</c>, made by <c>infra/vocabulary</c>), so that every machine writes the same. Digits are the European
/// ones in all of them: CLDR's default for plain Arabic is <c>latn</c>, which readers from Morocco to the Gulf share.
/// </summary>
public sealed class Locale
{
    const string Folder = "Texts/Cldr";
    const string First = "{0}";

    /// <summary>Begins a list in a language from right to left, so that a first name in Latin letters does not turn it round.</summary>
    const string RightToLeftMark = "\u200F";

    static readonly ConcurrentDictionary<string, Locale> Loaded = new();

    readonly Data data;

    Locale(string language, Data data) => (Language, this.data, Plurals) = (language, data, new(data.Plurals));

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>The language's name in itself.</summary>
    public string OwnName => data.Name;

    internal PluralRules Plurals { get; }

    /// <summary>The language's, or English where the app does not write in it.</summary>
    public static Locale Of(string language) =>
        Loaded.TryGetValue(language, out var known) ? known
        : Knows(language)
            ? Loaded.GetOrAdd(language, static code => new(code, TextFile.Read<Data>(TextFile.Beside(Folder, $"{code}.json"))))
        : Of(TextShelf.First);

    /// <summary>Looked for among the files, not opened by name: a language comes from a person's data.</summary>
    public static bool Knows(string language) => Known.Value.Contains(language);

    static readonly Lazy<HashSet<string>> Known = new(() =>
        [.. Directory.EnumerateFiles(TextFile.Beside(Folder), "*.json").Select(file => Path.GetFileNameWithoutExtension(file))]);

    /// <summary>A country by its ISO 3166-1 code; an unknown code is given back as it is.</summary>
    public string Country(string code) => data.Countries.GetValueOrDefault(code, code);

    /// <summary>
    /// A language by its ISO 639 code, in the form that stands inside a sentence; an unknown code is given back as it is.
    /// </summary>
    public string NameOfLanguage(string code) => data.Languages.GetValueOrDefault(code, code);

    /// <summary>A time zone's place by the zone's IANA name: "Kolkata"; "UTC+3" for one of no place.</summary>
    public string City(string zone) =>
        Zones.Offset(zone) ?? data.Cities.GetValueOrDefault(zone) ?? zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>A time zone as it stands beside a time of day: "Kolkata Time".</summary>
    public string Zone(string zone) => Zones.Offset(zone) ?? data.Zone.Replace(First, City(zone), StringComparison.Ordinal);

    /// <summary>All countries, in alphabetical order as far as letters' numbers have it.</summary>
    public IEnumerable<string> Countries => data.Countries.Values.Order(StringComparer.Ordinal);

    /// <summary>The languages that have a code of two letters, in the same order.</summary>
    public IEnumerable<string> Languages =>
        data.Languages.Where(language => language.Key.Length == 2).Select(language => language.Value).Order(StringComparer.Ordinal);

    /// <summary>Names in a sentence, as <see cref="List"/>; of several, each by itself: <see cref="Isolated"/>.</summary>
    public string Names(IEnumerable<string> names) =>
        names.ToList() is { Count: > 1 } several ? List([.. several.Select(Isolated.Of)]) : List([.. names]);

    /// <summary>Several things in a sentence: "a, b, and c" as the language does it. Names have a list of their own.</summary>
    public string List(IReadOnlyList<string> items)
    {
        if (items.Count < 2) return items.Count == 0 ? "" : items[0];
        var (mark, list) = (IsRightToLeft(Language) ? RightToLeftMark : "", data.List);
        if (items.Count == 2) return mark + Join(list.Two, items[0], items[1]);
        var tail = Join(list.End, items[^2], items[^1]);
        for (var i = items.Count - 3; i > 0; i--) tail = Join(list.Middle, items[i], tail);
        return mark + Join(list.Start, items[0], tail);
    }

    /// <summary>A whole number with the language's groups of digits.</summary>
    public string Number(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return digits.Length <= data.UngroupedDigits
            ? digits
            : number.ToString("#,0", new NumberFormatInfo { NumberGroupSeparator = data.Group });
    }

    /// <summary>Which way a language is written, known for more than the app has texts in.</summary>
    public static bool IsRightToLeft(string language) => language is "ar" or "fa" or "he" or "ur";

    /// <summary>CLDR's patterns begin with the first and end with the second.</summary>
    static string Join(string pattern, string first, string second) => first + pattern[First.Length..^First.Length] + second;

    sealed record Data(
        string Name, IReadOnlyDictionary<string, string> Plurals, ListPatterns List, string Group, int UngroupedDigits,
        string Zone, IReadOnlyDictionary<string, string> Cities,
        IReadOnlyDictionary<string, string> Countries, IReadOnlyDictionary<string, string> Languages);

    /// <summary>CLDR's: two things; the first with the rest, inner ones with the rest, the last two.</summary>
    sealed record ListPatterns(string Two, string Start, string Middle, string End);
}
