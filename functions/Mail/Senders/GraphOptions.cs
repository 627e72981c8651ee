using Ilnp.Texts;

namespace Ilnp.Mail.Senders;

/// <summary>
/// Settings <c>Graph:*</c>: the committee's mailbox. Without the three of an app registration the function app's own
/// identity is used.
/// </summary>
public sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>Address or id of the mailbox that sends.</summary>
    public string Mailbox { get; set; } = "";

    public string BaseUrl { get; set; } = "https://graph.microsoft.com/v1.0";

    public string TenantId { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Exchange Online takes about 30 messages a minute from a mailbox.</summary>
    public int PerMinute { get; set; } = 30;

    /// <summary>Graph takes 4 requests at a time for a mailbox.</summary>
    public int Concurrent { get; set; } = 4;

    /// <summary>A mail whose turn is further off than this is given back and asked for again later.</summary>
    public int PatienceSeconds { get; set; } = 240;

    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Mailbox)) yield return "Graph:Mailbox is missing: the address of the mailbox that sends.";
        foreach (var problem in SignInProblems()) yield return problem;
        if (PerMinute < 1) yield return "Graph:PerMinute must be 1 or more.";
        if (Concurrent is < 1 or > 4) yield return "Graph:Concurrent must be 1 to 4.";
        if (PatienceSeconds is < 0 or > 600) yield return "Graph:PatienceSeconds must be 0 to 600.";
    }

    /// <summary>Of what the app signs in with, for mail and for the shared drive.</summary>
    internal IEnumerable<string> SignInProblems()
    {
        if (!WebAddress.TryRead(BaseUrl, out var url) || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback))
            yield return "Graph:BaseUrl is not a https address.";
        if (new[] { TenantId, ClientId, ClientSecret }.Select(string.IsNullOrEmpty).Distinct().Count() > 1)
            yield return "Graph:TenantId, Graph:ClientId and Graph:ClientSecret belong together; leave all three out "
                + "to use the app's identity.";
    }
}
