namespace Ilnp.Mail.Rendering;

/// <summary>The words around a mail: plain text, a line each, values in them.</summary>
/// <param name="Programme">Stands above the mail.</param>
/// <param name="Preheader">What a list of mails shows after the subject; may be empty.</param>
/// <param name="Why">Why the recipient gets this mail.</param>
/// <param name="Questions">Whom to ask.</param>
/// <param name="Unsubscribe">Words of the link out of optional mail.</param>
/// <param name="UnsubscribeLink">Null for mail that is needed.</param>
/// <param name="Own">Words of the link to the recipient's own page.</param>
/// <param name="OwnLink">Null for recipients who have none.</param>
sealed record FrameWords(
    string Language, string Programme, string Subject, string Preheader, string Why, string Questions,
    string Unsubscribe, Uri? UnsubscribeLink, string Own, Uri? OwnLink)
{
    /// <summary>The links below a mail, those that it has.</summary>
    public IEnumerable<(string Words, Uri Link)> Links => new[] { (Own, OwnLink), (Unsubscribe, UnsubscribeLink) }
        .Where(link => link.Item2 is not null).Select(link => (link.Item1, link.Item2!));
}

/// <summary>The one layout of all mails: no table, no picture, no web font; 600 pixels at most, the whole width of a phone.</summary>
static class MailFrame
{
    const string Fonts = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

    public static string Html(FrameWords words, string body) => $"""
        <!DOCTYPE html>
        <html lang="{HtmlPart.Encode(words.Language)}" dir="{Direction.Of(words.Language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="format-detection" content="telephone=no,date=no,address=no">
        <title>{HtmlPart.Encode(words.Subject)}</title>
        </head>
        <body style="margin:0;padding:0;background:#eef1f1">
        <div style="display:none;max-height:0;overflow:hidden">{HtmlPart.Encode(words.Preheader)}</div>
        <div role="article" aria-roledescription="email" aria-label="{HtmlPart.Encode(words.Subject)}" lang="{HtmlPart.Encode(words.Language)}" dir="{Direction.Of(words.Language)}" style="box-sizing:border-box;max-width:600px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1f2a2c;font-family:{Fonts};font-size:16px;line-height:1.55;overflow-wrap:break-word">
        <div style="margin:0 0 24px;font-size:14px;font-weight:600;color:#0b5c63">{HtmlPart.Encode(words.Programme)}</div>
        {body}<div style="margin-top:32px;padding-top:16px;border-top:1px solid #d5dcdc;font-size:14px;color:#4b595b">
        <p style="margin:0 0 8px">{HtmlPart.Encode(words.Why)}</p>
        <p style="margin:0 0 8px">{HtmlPart.Encode(words.Questions)}</p>
        {string.Concat(words.Links.Select(LinkHtml))}</div>
        </div>
        </body>
        </html>

        """;

    public static string Text(FrameWords words, string body) =>
        $"{body}\n\n-- \n{words.Why}\n{words.Questions}\n{string.Concat(words.Links.Select(link => $"{link.Words}: {link.Link.AbsoluteUri}\n"))}";

    static string LinkHtml((string Words, Uri Link) link) =>
        $"<p style=\"margin:0 0 8px\"><a href=\"{HtmlPart.Encode(link.Link.AbsoluteUri)}\" style=\"color:#4b595b\">{HtmlPart.Encode(link.Words)}</a></p>\n";
}
