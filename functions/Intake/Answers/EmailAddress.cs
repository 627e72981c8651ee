using System.Globalization;
using System.Text;

namespace Ilnp.Intake.Answers;

/// <summary>Addresses as people type them.</summary>
public static class EmailAddress
{
    const string NotInLocalPart = "()<>[]:;,\\\" @";

    /// <summary>
    /// The address to write to, with the domain in lower case; null with a problem when it cannot be one. Letters of
    /// every script are accepted on both sides of the @ (RFC 6531).
    /// </summary>
    public static Reading<string?> Read(string text)
    {
        var address = Bare(text);
        if (address.Length == 0) return new(null, "is missing: nobody can be written to");
        var at = address.LastIndexOf('@');
        var valid = at > 0 && address.Length <= 254 && IsLocalPart(address[..at]) && IsDomain(address[(at + 1)..]);
        return valid ? new(address[..(at + 1)] + address[(at + 1)..].ToLowerInvariant()) : new(null, $"“{TextAnswer.Quote(text)}” is not an address that mail can be sent to");
    }

    /// <summary>
    /// What is equal for one person's address in different spellings: lower case, the tag after a plus sign left out, full
    /// stops left out at domains that ignore them, and Google's two domains as one.
    /// </summary>
    public static string Key(string address, IReadOnlyList<string> dotlessDomains)
    {
        var at = address.LastIndexOf('@');
        var local = address[..at].Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var domain = Ascii(address[(at + 1)..].ToLowerInvariant());
        if (local.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus) local = local[..plus];
        if (dotlessDomains.Contains(domain, StringComparer.OrdinalIgnoreCase)) local = local.Replace(".", "", StringComparison.Ordinal);
        return $"{local}@{(domain == "googlemail.com" ? "gmail.com" : domain)}";
    }

    /// <summary>Without <c>mailto:</c>, a name before angle brackets, or a full stop at the end.</summary>
    static string Bare(string text)
    {
        var address = new string([.. text.Normalize(NormalizationForm.FormKC).Trim().Where(letter => letter is not ((>= '\u200B' and <= '\u200F') or '\uFEFF'))]);
        if (address.EndsWith('>') && address.LastIndexOf('<') is >= 0 and var open) address = address[(open + 1)..^1];
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) address = address["mailto:".Length..];
        return address.Trim().TrimEnd('.', ',', ';');
    }

    static bool IsLocalPart(string local) =>
        local.Length is > 0 and <= 64 && !local.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || NotInLocalPart.Contains(letter, StringComparison.Ordinal))
        && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal) && local[0] is not '=';

    static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length > 1 && labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
            && label.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value == '-'
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
    }

    /// <summary>Internationalised domains in their ASCII form, as mail servers compare them.</summary>
    static string Ascii(string domain)
    {
        try
        {
            return new IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain; // Not a domain in the standard's sense: compared as it is written.
        }
    }
}
