using AngleSharp.Html.Parser;

namespace Ilnp.Committee.Mailbox;

/// <summary>A link in a mail.</summary>
public sealed record MailLink(string Text, Uri Address);

/// <summary>Lists a mail's links, since those inside its frame lead nowhere.</summary>
static class MailLinks
{
    /// <summary>Web links in their order, each once.</summary>
    public static IReadOnlyList<MailLink> Of(string html) =>
    [
        .. new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href]")
            .Select(link => (Text: link.TextContent.Trim(), Href: link.GetAttribute("href")))
            .Where(link => Uri.TryCreate(link.Href, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            .Select(link => new MailLink(link.Text.Length > 0 ? link.Text : link.Href!, new Uri(link.Href!)))
            .DistinctBy(link => link.Address),
    ];
}
