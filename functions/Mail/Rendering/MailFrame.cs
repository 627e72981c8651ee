namespace Ilnp.Mail.Rendering;

/// <summary>The one layout of all mails: no table, no picture, no web font; 600 pixels at most, the whole width of a phone.</summary>
static class MailFrame
{
    const string Fonts = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

    /// <summary>Between names of languages.</summary>
    const string Dot = " · ";

    public static string Html(FrameWords words, FillIns fillIns, string body) => $"""
        <!DOCTYPE html>
        <html lang="{HtmlPart.Encode(words.Language)}" dir="{Direction.Of(words.Language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="format-detection" content="telephone=no,date=no,address=no">
        <title>{HtmlPart.Encode(words.Subject)}</title>
        </head>
        <body style="margin:0;padding:0;background:#eef1f1">
        <div style="display:none;max-height:0;overflow:hidden">{HtmlPart.Filled(words.Preheader, fillIns)}</div>
        <div role="article" aria-roledescription="email" aria-label="{HtmlPart.Encode(words.Subject)}" lang="{HtmlPart.Encode(words.Language)}" dir="{Direction.Of(words.Language)}" style="box-sizing:border-box;max-width:600px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1f2a2c;font-family:{Fonts};font-size:16px;line-height:{LineHeight(words.Language)};overflow-wrap:break-word{LineBreaks(words.Language)}">
        <div style="margin:0 0 24px;font-size:14px;font-weight:600;color:#0b5c63"><bdi>{HtmlPart.Encode(words.Programme)}</bdi></div>
        {body}<div style="margin-top:32px;padding-top:16px;border-top:1px solid #d5dcdc;font-size:14px;color:#4b595b">
        <p style="margin:0 0 8px">{HtmlPart.Filled(words.Why, fillIns)}</p>
        <p style="margin:0 0 8px">{HtmlPart.Filled(words.Questions, fillIns)}</p>
        {LinkHtml(words.Own, words.OwnLink)}{LanguagesHtml(words)}{LinkHtml(words.Unsubscribe, words.UnsubscribeLink)}</div>
        </div>
        </body>
        </html>

        """;

    public static string Text(FrameWords words, FillIns fillIns, string body) =>
        $"{body}\n\n-- \n{fillIns.FillPlain(words.Why)}\n{fillIns.FillPlain(words.Questions)}\n"
        + LinkText(words.Own, words.OwnLink)
        + LinkText($"{words.Languages} ({string.Join(Dot, words.Others.Select(other => other.OwnName))})", words.LanguageLink)
        + LinkText(words.Unsubscribe, words.UnsubscribeLink);

    /// <summary>Each name in itself: whoever cannot read the mail finds the own language in it.</summary>
    static string LanguagesHtml(FrameWords words) => words.LanguageLink is null ? ""
        : $"<p style=\"margin:0 0 8px\">{HtmlPart.Encode(words.Languages)}: <a href=\"{HtmlPart.Encode(words.LanguageLink.AbsoluteUri)}\" style=\"color:#4b595b\">"
            + string.Join(Dot, words.Others.Select(other => $"<bdi lang=\"{HtmlPart.Encode(other.Language)}\">{HtmlPart.Encode(other.OwnName)}</bdi>")) + "</a></p>\n";

    static string LinkHtml(string words, Uri? link) => link is null ? ""
        : $"<p style=\"margin:0 0 8px\"><a href=\"{HtmlPart.Encode(link.AbsoluteUri)}\" style=\"color:#4b595b\">{HtmlPart.Encode(words)}</a></p>\n";

    static string LinkText(string words, Uri? link) => link is null ? "" : $"{words}:\n{link.AbsoluteUri}\n";

    /// <summary>Arabic letters reach further above and below the line.</summary>
    static string LineHeight(string language) => language == "ar" ? "1.75" : "1.55";

    /// <summary>Korean breaks between words, Japanese and Chinese not before a closing sign.</summary>
    static string LineBreaks(string language) => language switch
    {
        "ko" => ";word-break:keep-all",
        "ja" or "zh" => ";line-break:strict",
        _ => "",
    };
}
