using System.Text.RegularExpressions;
using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>Languages by their English, own and other names to ISO 639.</summary>
public static partial class Languages
{
    static readonly string[] None = [];

    /// <summary>Names of rare languages that are everyday words of others: <c>English, French and more</c>.</summary>
    static readonly string[] LittleNames = ["more", "other", "others"];

    /// <summary>Codes that mean a country to whoever writes one: <c>BR</c> is no Breton, <c>KR</c> no Kanuri.</summary>
    static readonly string[] OfCountries = ["br", "kr", "ch", "gb", "us", "jp", "cn", "ec", "cr", "do", "pa", "ve", "cu", "gt", "sv"];

    static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(",;、，；،؛\n|/");

    static readonly Lazy<Names> Known = new(() => new(
        VocabularyFile.Read("languages"),
        VocabularyFile.Read("Cldr.languages").Where(entry => !LittleNames.Contains(Fold.Text(entry.Word)))
            .Select(entry => (LanguageFamilies.Of(entry.Code), entry.Word)),
        VocabularyFile.Read("Cldr.languages")
            .SelectMany(entry => Adjectives(entry.Word).Select(word => (LanguageFamilies.Of(entry.Code), word))),
        VocabularyFile.Read("Cldr.languages").Where(entry => !OfCountries.Contains(entry.Code))
            .SelectMany(entry =>
                new[] { entry.Code, Longer(entry.Code) }.OfType<string>().Select(code => (LanguageFamilies.Of(entry.Code), code)))));

    /// <summary>
    /// Arabic names languages by the feminine of an adjective with the article, and people write the bare
    /// masculine too: <c>الفرنسية</c>, <c>فرنسي</c>.
    /// </summary>
    static IEnumerable<string> Adjectives(string name) =>
        name.Length > 5 && name.StartsWith("ال", StringComparison.Ordinal)
            && name.EndsWith("ية", StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal)
            ? [name[2..], name[2..^1]] : [];

    /// <summary>Levels and other remarks that change nothing about which language is meant.</summary>
    static readonly HashSet<string> Levels =
        [.. VocabularyFile.Read("levels").Where(entry => entry.Code == "level").Select(entry => Fold.Text(entry.Word))];

    /// <summary>Remarks that say that the language is not spoken.</summary>
    static readonly HashSet<string> Refusals =
        [.. VocabularyFile.Read("levels").Where(entry => entry.Code == "none").Select(entry => Fold.Text(entry.Word))];

    /// <summary>The code of the first language that one item of a list names, or null when it names none that is known.</summary>
    public static string? Find(string text) => FindAll(text) is [var first, ..] ? first : null;

    /// <summary>
    /// The languages of one item: one, or those that a remark tells apart (<c>Chinese (Mandarin, Cantonese)</c>). None when it is
    /// not known, or said not to be spoken (<c>French: none</c>).
    /// </summary>
    public static IReadOnlyList<string> FindAll(string text)
    {
        if (OfPhrase(text) is { } whole) return [whole];
        if (OfTag(text) is { } tag) return [tag];
        var (head, remark, isBracketed) = Split(text);
        if (head.AsSpan().IndexOfAny(Separators) >= 0) return None;
        if (remark.Length == 0) return None;
        if (IsRefusal(remark)) return None;
        var told = Pieces(Fraction().Replace(remark, "")).Select(OfPhrase).ToList();
        if (!isBracketed && Fraction().Replace(remark, "").AsSpan().IndexOfAny(Separators) >= 0) return None;
        var known = OfPhrase(head);
        if (remark.AsSpan().IndexOfAny(Separators) < 0 && Replies.Find(remark) == true) return known is null ? None : [known];
        if (told.Count > 0 && told.All(code => code is not null))
            return [.. told.OfType<string>().Prepend(isBracketed && told.Count > 1 ? null : known).OfType<string>().Distinct()];
        return known is null ? None : [known];
    }

    /// <summary>
    /// What stands behind a language's dash or colon as one more would and is none that is known, nor a level or a country:
    /// <c>English - Tshiluna</c>. Null when there is nothing of the kind.
    /// </summary>
    public static string? StrayRemark(string text) =>
        Split(text) is { IsBracketed: false, Remark: { Length: > 3 } remark } split
        && Fold.Words(remark) is [_] words && char.IsLetter(remark[0]) && !char.IsLower(remark[0])
        && OfPhrase(text) is null && OfPhrase(split.Head) is not null && OfPhrase(remark) is null
        && !SaysNothing(words) && !IsRefusal(remark) && Replies.Find(remark) is null
            ? remark
            : null;

    /// <summary>Whether an item names a language only to say that the person does not speak it.</summary>
    public static bool IsRefused(string text)
    {
        var (head, remark, _) = Split(text);
        if (remark.Length > 0 && IsRefusal(remark) && OfPhrase(head) is not null) return true;
        if (NoShare().Match(text) is { Success: true } none && OfPhrase(none.Groups["head"].Value) is not null) return true;
        var words = Fold.Words(text);
        return words.Length > 1 && Enumerable.Range(1, Math.Min(3, words.Length - 1)).Any(length =>
            Refusals.Contains(string.Join(' ', words[..length])) && OfPhrase(string.Join(' ', words[length..])) is not null);
    }

    /// <summary>Of those, the ones that refuse wherever they stand.</summary>
    static readonly ReplyPhrases Mute = new(VocabularyFile.Read("levels").Where(entry => entry.Code == "mute").Select(entry => entry.Word));

    /// <summary>Codes that are little words of some language: in a sentence they name no language unless they are in capitals.</summary>
    static readonly HashSet<string> LittleWords =
        [
            "it", "is", "am", "so", "no", "or", "my", "be", "he", "as", "to", "an", "in", "id", "io", "we", "me",
            "la", "el", "de", "et", "se", "si", "os", "da", "na", "ne", "or", "for", "and", "was", "her", "his",
        ];

    /// <summary>"Language", written together with the name of one.</summary>
    const string ThaiLanguage = "ภาษา";

    /// <summary>
    /// A refusal alone, or one in several words with more behind it (<c>not spoken, only read</c>): "not fluent" is a level.
    /// </summary>
    static bool IsRefusal(string remark)
    {
        var words = Fold.Words(remark);
        return Refusals.Contains(string.Join(' ', words)) || Mute.IsIn(string.Join(' ', words))
            || Enumerable.Range(2, 2).Any(length => words.Length > length && Refusals.Contains(string.Join(' ', words[..length])));
    }

    /// <summary>
    /// A name with nothing beside it but words for its level or its country. Pieces of a list are none: each of them may be a language.
    /// </summary>
    static string? OfPhrase(string text)
    {
        var names = Known.Value;
        var words = Fold.Words(Joined().Replace(text, "$& "));
        if (words.Length is 0 or > 8) return null;
        var isList = text.AsSpan().IndexOfAny(Separators) >= 0;
        if (isList && Pieces(text).All(piece => OfPhrase(piece) is not null)) return null;
        if (names.All(string.Join(' ', words)) is { Count: > 0 } codes) return codes is [var only] ? only : null;
        if (names.All(Fold.Text(text)) is [var whole]) return whole;
        if (text.StartsWith(ThaiLanguage, StringComparison.Ordinal) && text.Length > ThaiLanguage.Length)
            return OfPhrase(text[ThaiLanguage.Length..]);
        if (isList) return null;
        for (var length = words.Length - 1; length > 0; length--)
            for (var start = 0; start + length <= words.Length; start++)
                if (names.All(string.Join(' ', words[start..(start + length)])) is [var code]
                    && !IsLittle(words[start], length, text) && SaysNothing(words[..start]) && SaysNothing(words[(start + length)..]))
                    return code;
        return null;
    }

    static bool IsLittle(string word, int length, string text) =>
        length == 1 && LittleWords.Contains(word) && !text.Contains(word.ToUpperInvariant(), StringComparison.Ordinal);

    static string[] Pieces(string text) =>
        [.. Between().Split(text).Select(piece => piece.Trim()).Where(piece => piece.Length > 0)];

    /// <summary>Words for a level, or the country where the language is spoken so (<c>Português do Brasil</c>).</summary>
    static bool SaysNothing(string[] words) =>
        words.Length == 0 || words.All(word => Levels.Contains(word) || word.All(char.IsAsciiDigit))
        || Levels.Contains(string.Join(' ', words))
        || (string.Join(' ', words.Where(word => !Levels.Contains(word))) is var other
            && Countries.Find(other) is not null && !IsLanguageToo(other));

    /// <summary>
    /// <c>Newari Nepali</c> names two languages, and so does <c>EN FR</c>; the <c>UK</c> of <c>English UK</c> is a country.
    /// </summary>
    static bool IsLanguageToo(string folded) => folded is not ("uk" or "us") && Known.Value.Has(folded);

    /// <summary>A language tag as programs write it: <c>pt-BR</c>, <c>zh-Hans</c>.</summary>
    static string? OfTag(string text) =>
        Tag().Match(text.Trim()) is { Success: true } tag && Known.Value.One(tag.Groups[1].Value) is { } code ? code : null;

    /// <summary>The language, and what stands in brackets or behind a colon or dash.</summary>
    static (string Head, string Remark, bool IsBracketed) Split(string text)
    {
        var match = Remark().Match(text);
        return match.Success
            ? (
                match.Groups["head"].Value.Trim(),
                match.Groups["remark"].Value.Trim(),
                text[match.Groups["head"].Length..].TrimStart()[0] is '(' or '（' or '[')
            : (text, "", false);
    }

    /// <summary>The code of three letters that belongs to one of two.</summary>
    static string? Longer(string code)
    {
        if (code.Length != 2) return null;
        try
        {
            return System.Globalization.CultureInfo.GetCultureInfo(code).ThreeLetterISOLanguageName is { Length: 3 } longer ? longer : null;
        }
        catch (System.Globalization.CultureNotFoundException)
        {
            return null; // The platform knows fewer languages than CLDR: such a one has its short code only.
        }
    }

    [GeneratedRegex(
        @"^(?<head>[^(（\[:：]+?)\s*(?:[(（\[](?<remark>[^)）\]]*)[)）\]]?\.?|\s[-–—]+\s(?<remark>.*)|[–—](?<remark>.*)|"
            + @"\s*[:：](?<remark>.*)|-\s(?<remark>.*))$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Remark();

    [GeneratedRegex(@"[,/;،、，；؛|&\n]|\s[-–—]+\s|\s(?:and|y|e|et|und|и|و)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    /// <summary><c>French 0 %</c>, <c>French: 0/5</c>.</summary>
    [GeneratedRegex(@"^(?<head>[^\d:=]+?)\s*[:=\-–]?\s*0\s*(?:%|/\s?\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex NoShare();

    [GeneratedRegex(@"\d+/\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    /// <summary>
    /// An article written together with its name (<c>d'espagnol</c>), and a script without spaces
    /// before Latin letters or digits (<c>日语N2</c>).
    /// </summary>
    [GeneratedRegex(@"\b[dlDL]['’´](?=\p{L}{4})|[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3](?=[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^([a-zA-Z]{2,3})(?:[-_][A-Za-z0-9]{2,8})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
