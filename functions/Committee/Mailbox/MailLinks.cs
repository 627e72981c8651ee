using AngleSharp.Html.Parser;
using Ilnp.Texts;

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
            .Select(link =>
                WebAddress.TryRead(link.Href, out var address) ? new MailLink(link.Text.Length > 0 ? link.Text : link.Href, address) : null)
            .OfType<MailLink>()
            .DistinctBy(link => link.Address),
    ];
}
