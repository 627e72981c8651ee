using Ilnp.Texts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// Where a mail's links may lead: to addresses that the app gave as links, to addresses written in the template, and to
/// mailboxes. Never to a text that a person wrote.
/// </summary>
static class LinkRules
{
    const string Mailto = "mailto:";

    public static void Check(MarkdownDocument document, FillIns fillIns, string template)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage) throw new MailTemplateException(template, "has a picture; mails are read on poor connections.");
            var url = link.Url ?? "";
            if (IsMailbox(url) || (FillIns.HasMark(url) ? fillIns.Link(url) is { } given && IsWeb(given) : IsWeb(url))) continue;
            throw new MailTemplateException(
                template, $"links to '{fillIns.Fill(url)}', which is no link of the app and no address of the web.");
        }
    }

    public static bool IsMailbox(string url) => url.StartsWith(Mailto, StringComparison.Ordinal);

    /// <summary>The address as it can stand in an attribute or a text, values in it included.</summary>
    public static string Address(string url, FillIns fillIns) =>
        IsMailbox(url)
        ? Mailto + fillIns.Fill(url[Mailto.Length..], words => Uri.EscapeDataString(words).Replace("%40", "@", StringComparison.Ordinal))
        : fillIns.Link(url)?.AbsoluteUri ?? url;

    static bool IsWeb(string url) => WebAddress.TryRead(url, out _);

    static bool IsWeb(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
