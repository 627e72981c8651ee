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
}
