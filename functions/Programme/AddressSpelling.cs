using System.Globalization;
using System.Text;

namespace Ilnp.Programme;

/// <summary>When two addresses are one person's, as a cohort's settings have it in their section <c>intake</c>.</summary>
public record AddressSpelling
{
    /// <summary>Domains whose addresses ignore full stops before the @.</summary>
    public IReadOnlyList<string> DotlessDomains { get; init; } = ["gmail.com", "googlemail.com"];

    /// <summary>
    /// What is equal for one person's address in different spellings: lower case, the tag after a plus sign left out, full
    /// stops left out at domains that ignore them, and Google's two domains as one. What is no address is compared as it stands, so
    /// that one row that nobody can write to does not stop whatever looks at all.
    /// </summary>
    public string KeyOf(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0) return address;
        var local = address[..at].Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var domain = Ascii(address[(at + 1)..].ToLowerInvariant());
        if (local.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus) local = local[..plus];
        if (DotlessDomains.Contains(domain, StringComparer.OrdinalIgnoreCase)) local = local.Replace(".", "", StringComparison.Ordinal);
        return $"{local}@{(domain == "googlemail.com" ? "gmail.com" : domain)}";
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
