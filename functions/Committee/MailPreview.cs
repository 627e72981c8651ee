using Ilnp.Mail.Rendering;

namespace Ilnp.Committee;

/// <summary>A mail inside one of our pages.</summary>
static class MailPreview
{
    /// <summary>With its subject above it, as mail programs show it.</summary>
    public static string WithSubject(RenderedMail mail) => mail.Html.Replace(
        "<div role=\"article\"",
        "<p class=\"m-ink\" style=\"max-width:600px;margin:0 auto;padding:12px 24px;font:600 16px sans-serif;color:#1f2a2c\">"
            + $"{HtmlPart.Encode(mail.Subject)}</p>\n<div role=\"article\"",
        StringComparison.Ordinal);
}
