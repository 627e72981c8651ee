using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>Addresses as people type them: the one validator for the form, webhooks and imports.</summary>
public static partial class EmailAddress
{
    const string NotInLocalPart = "()<>[]:;,\\\"“”«» @";

    /// <summary>
    /// The address to write to, with the domain in lower case; null with a problem when it cannot be one or is in doubt. Letters of
    /// every script are accepted on both sides of the @ (RFC 6531), but not of two alike scripts in one word. What shows nothing is
    /// taken out; of two addresses the first counts, and a note says so, as of a domain that looks like a slip of the hand.
    /// </summary>
    public static Reading<string?> Read(string text)
    {
        var visible = Visible(text);
        if (visible.Length == 0) return new(null, "is missing: nobody can be written to");
        if (Valid(Bare(visible)) is { } address)
            return Doubt(address) is { } doubt ? new(null, $"“{TextAnswer.Quote(text)}” {doubt}")
                : IsNamedAsAnother(visible, address) ? new(address, $"names several addresses; mail goes to {address}")
                : MailHosts.MeantBy(DomainOf(address)) is { } meant
                    ? new(address, $"looks like a slip of the hand for {meant}; mail goes to {address}, where it may be lost")
                : Curled(visible, address);
        var several = Between().Split(visible).Select(part => part.Trim())
            .Where(part => part.Length > 0).Select(part => Valid(Bare(part))).ToList();
        return several.Count is > 1 and <= 4 && several.TrueForAll(part => part is not null && Doubt(part) is null)
            ? new(
                several[0],
                several.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1
                    ? null
                    : $"names several addresses; mail goes to the first, {several[0]}")
            : new(null, $"“{TextAnswer.Quote(text)}” is not an address that mail can be sent to");
    }

    /// <summary>Without what shows nothing: marks of direction, joiners, soft hyphens, and the spaces around.</summary>
    static string Visible(string text)
    {
        var plain = Fold.Composed(TextAnswer.Unescaped(text), NormalizationForm.FormKC);
        return string.Concat(plain.EnumerateRunes()
            .Where(rune =>
                Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format
                    && rune.Value is not (0x3164 or 0x115F or 0x1160 or 0x2800 or 0x034F or (>= 0xFE00 and <= 0xFE0F)))
            .Select(rune => rune.ToString())).Trim();
    }

    /// <summary>
    /// Without <c>mailto:</c> and what a link adds, a name before angle brackets or a remark behind, quotes around, a full stop at the end.
    /// </summary>
    static string Bare(string text)
    {
        var address = text.Trim();
        if (Angled().Match(address) is { Success: true } angled) address = angled.Groups["address"].Value;
        if (Remarked().Match(address) is { Success: true } remarked)
        {
            if (Disowned().IsMatch(remarked.Groups["remark"].Value)) return "";
            address = remarked.Groups["address"].Value;
        }

        if (Scheme().Match(address) is { Success: true } scheme)
        {
            address = address[scheme.Length..];
            if (address.IndexOf('?', StringComparison.Ordinal) is > 0 and var query) address = address[..query];
            address = Uri.UnescapeDataString(address);
        }

        address = address.Trim().TrimEnd('.', ',', ';', '>', '。').TrimStart('<').Trim();
        address = Hyphens().Replace(address, "-").Trim('"', '“', '”', '«', '»', '`').Trim('\'', '‘', '’');
        return address.Replace('’', '\'').Replace('‘', '\'').Replace('´', '\'').Trim();
    }

    /// <summary>A program shows an address before the one in angle brackets: when it is another one, the person has two.</summary>
    static bool IsNamedAsAnother(string visible, string address) =>
        Angled().IsMatch(visible) && visible[..visible.LastIndexOf('<')].Trim().Trim('"', '\'') is var name
        && Valid(name) is { } other && !other.Equals(address, StringComparison.OrdinalIgnoreCase);

    static string? Valid(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 && address.Length <= 254 && IsLocalPart(address[..at]) && IsDomain(address[(at + 1)..])
            ? address[..(at + 1)] + address[(at + 1)..].ToLowerInvariant()
            : null;
    }

    /// <summary>A curly apostrophe or a longer dash inside is a typewriter's: told, since another one might have been meant.</summary>
    static Reading<string?> Curled(string visible, string address) =>
        address.Contains('-', StringComparison.Ordinal) && Hyphens().IsMatch(visible)
            ? new(address, $"has another sign for its hyphen; mail goes to {address}")
        : address.Contains('\'', StringComparison.Ordinal)
            && !visible.Contains(address[..address.IndexOf('@', StringComparison.Ordinal)], StringComparison.Ordinal)
            ? new(address, $"has another sign for its apostrophe; mail goes to {address}")
            : new(address);

    static string? Doubt(string address)
    {
        var words = address.Split('@', '.', '-', '_', '+');
        var isMixed = words.Any(LookAlikes.Mixes) || (words.Any(LookAlikes.CouldBeLatin) && words.Any(LookAlikes.IsLatin));
        return isMixed ? "mixes letters that look alike, of two alphabets: nobody is written to until the right address is known" : null;
    }

    /// <summary>The domain that is meant where what was typed looks like a slip of the hand; null for others.</summary>
    internal static string? MeantBy(string text) => Valid(Bare(Visible(text))) is { } address ? MailHosts.MeantBy(DomainOf(address)) : null;

    static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    static bool IsLocalPart(string local) =>
        local.Length is > 0 and <= 64 && !local.Any(letter =>
            char.IsControl(letter) || char.IsWhiteSpace(letter) || NotInLocalPart.Contains(letter, StringComparison.Ordinal))
        && local.EnumerateRunes().All(rune => rune.IsAscii || Rune.IsLetterOrDigit(rune) || IsMark(rune))
        && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local[0] is not '=' && !local.Contains('\uFFFD', StringComparison.Ordinal);

    static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length > 1 && !labels[^1].All(char.IsAsciiDigit) && (labels[^1].Length > 1 || !char.IsAscii(labels[^1][0]))
            && labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
                && label.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value == '-' || IsMark(rune)));
    }

    static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Dashes that text programs make of a hyphen inside a word.</summary>
    [GeneratedRegex(@"(?<=\w)[‐‑‒–—−](?=\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"^(?:[^<>@]*|[^<>]*[^<>\s@]@[^<>]*)<\s*(?<address>[^<>]+?)\s*>\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Angled();

    [GeneratedRegex(@"^(?<address>[^\s()]+@[^\s()]+)\s+\((?<remark>[^()@]*)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Remarked();

    /// <summary>A remark that the address is not to be used.</summary>
    [GeneratedRegex(
        @"\b(?:not|never|no|don'?t|old|former|inactive|wrong|invalid|bounc\w*|broken|expired|closed|dead|returned|rebota\w*|antigu[oa]|"
            + @"viej[oa]|antig[oa]|não|ancien(?:ne)?|ne|alte?|nicht|стар(?:ый|ая)|не|eski)\b|旧|舊|不|ない|옛|안 |قديم|لا",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Disowned();

    [GeneratedRegex(@"^\s*(?:mailto|e-?mail|correo|courriel)\s*:\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(
        @"\s*[,;/|\n،；、]\s*|\s+(?:or|and|o|y|ou|et|e|oder|und|или|и|&)\s+|\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
