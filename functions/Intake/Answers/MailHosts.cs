using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Answers;

/// <summary>
/// Domains that are almost certainly a slip of the hand: mail to them is lost, or goes to somebody who waits for such slips.
/// </summary>
static class MailHosts
{
    static readonly Lazy<Dictionary<string, string>> Slips = new(() =>
        VocabularyFile.Read("mailhosts").ToDictionary(slip => slip.Word, slip => slip.Code, StringComparer.Ordinal));

    /// <summary>No country and nobody else has these endings.</summary>
    static readonly Dictionary<string, string> Endings = new()
    {
        ["con"] = "com",
        ["cmo"] = "com",
        ["ocm"] = "com",
        ["comm"] = "com",
        ["coom"] = "com",
        ["cim"] = "com",
        ["cpm"] = "com",
        ["vom"] = "com",
        ["xom"] = "com",
        ["ogr"] = "org",
        ["orgg"] = "org",
        ["rog"] = "org",
        ["nte"] = "net",
        ["nett"] = "net",
        ["eud"] = "edu",
        ["eduu"] = "edu",
    };

    /// <summary>The domain that is meant; null where there is no reason to doubt.</summary>
    /// <param name="domain">In lower case.</param>
    public static string? MeantBy(string domain)
    {
        if (Slips.Value.TryGetValue(domain, out var host)) return host;
        var dot = domain.LastIndexOf('.');
        return Endings.TryGetValue(domain[(dot + 1)..], out var ending)
            ? MeantBy(domain[..(dot + 1)] + ending) ?? domain[..(dot + 1)] + ending
            : null;
    }
}
