using Ilnp.Texts;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// The one layout of all mails: tables, which Outlook keeps to as well, no picture, no web font; 600 pixels at most, the whole width
/// of a phone; by night in its own colours, or in any that a program makes of the day's.
/// </summary>
static class MailFrame
{
    const string Fonts = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

    /// <summary>Between names of languages.</summary>
    const string Dot = " · ";

    static readonly MailColours Day = MailColours.Day;

    public static string Html(FrameWords words, FillIns fillIns, string body)
    {
        var start = new MailStyles(words.Language).Start;
        return $"""
            {Head(words)}
            <body class="m-page" bgcolor="{Day.Page}" style="margin:0;padding:0;background-color:{Day.Page}">
            {Preheader(words, fillIns)}
            <div role="article" aria-roledescription="email" aria-label="{HtmlPart.Encode(words.Subject)}" {Spoken(words)}>
            <table role="presentation" class="m-page" cellpadding="0" cellspacing="0" border="0" width="100%" bgcolor="{Day.Page}" {Spoken(words)} style="width:100%;background-color:{Day.Page}"><tr><td align="center" style="padding:0">
            <!--[if mso]><table role="presentation" cellpadding="0" cellspacing="0" border="0" width="600" align="center"><tr><td><![endif]-->
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" {Spoken(words)} style="width:100%;max-width:600px;margin:0 auto"><tr>
            <td class="m-card m-ink" bgcolor="{Day.Card}" align="{start}" style="padding:32px 24px;background-color:{Day.Card};color:{Day.Ink};font-family:{Fonts};font-size:16px;line-height:{LineHeight(words.Language)};text-align:{start};word-wrap:break-word;overflow-wrap:anywhere{LineBreaksOf(words.Language)}">
            <div class="m-link" style="margin:0 0 24px;font-size:14px;font-weight:600;color:{Day.Link}"><bdi>{HtmlPart.Encode(words.Programme)}</bdi></div>
            {body}{Foot(words, fillIns)}</td>
            </tr></table>
            <!--[if mso]></td></tr></table><![endif]-->
            </td></tr></table>
            </div>
            </body>
            </html>

            """;
    }

    /// <summary>The sheet stands apart from what fewer programs know: some leave out a whole sheet for one line.</summary>
    static string Head(FrameWords words) => $$"""
        <!DOCTYPE html>
        <html {{Spoken(words)}}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="format-detection" content="telephone=no,date=no,address=no">
        <meta name="x-apple-disable-message-reformatting">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{HtmlPart.Encode(words.Subject)}}</title>
        <style>
        :root{color-scheme:light dark}
        </style>
        {{MailColours.Sheet}}
        </head>
        """;

    static string Preheader(FrameWords words, FillIns fillIns) => words.Preheader.Length == 0 ? "" :
        $"<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:{Day.Page}\">"
            + $"{HtmlPart.Filled(words.Preheader, fillIns)}{Preheaders.Filling}</div>";

    static string Foot(FrameWords words, FillIns fillIns) => $"""
        {MailTable.Open("width:100%;margin:32px 0 0", "100%")}<td class="m-soft m-line" style="padding:16px 0 0;border-top:1px solid {Day.Line};font-size:14px;color:{Day.Soft}">
        <p class="m-soft" style="margin:0 0 8px;color:{Day.Soft}">{HtmlPart.Filled(words.Why, fillIns)}</p>
        <p class="m-soft" style="margin:0 0 8px;color:{Day.Soft}">{HtmlPart.Filled(words.Questions, fillIns)}</p>
        {LinkHtml(words.Own, words.OwnLink)}{LanguagesHtml(words)}{LinkHtml(words.Unsubscribe, words.UnsubscribeLink)}{MailTable.Close}
        """;

    public static string Text(FrameWords words, FillIns fillIns, string body) =>
        $"{body}\n\n-- \n{fillIns.FillPlain(words.Why)}\n{fillIns.FillPlain(words.Questions)}\n"
        + LinkText(words.Own, words.OwnLink)
        + LinkText($"{words.Languages} ({string.Join(Dot, words.Others.Select(other => other.OwnName))})", words.LanguageLink)
        + LinkText(words.Unsubscribe, words.UnsubscribeLink);

    /// <summary>Each name in itself: whoever cannot read the mail finds the own language in it.</summary>
    static string LanguagesHtml(FrameWords words) => words.LanguageLink is null ? ""
        : $"<p class=\"m-soft\" style=\"margin:0 0 8px;color:{Day.Soft}\">{HtmlPart.Encode(words.Languages)}: {Opened(words.LanguageLink)}"
            + string.Join(Dot, words.Others.Select(other =>
                $"<bdi lang=\"{HtmlPart.Encode(other.Language)}\">{HtmlPart.Encode(other.OwnName)}</bdi>")) + "</a></p>\n";

    static string LinkHtml(string words, Uri? link) =>
        link is null
            ? ""
            : $"<p class=\"m-soft\" style=\"margin:0 0 8px;color:{Day.Soft}\">{Opened(link)}{HtmlPart.Encode(words)}</a></p>\n";

    static string Opened(Uri link) =>
        $"<a href=\"{HtmlPart.Encode(link.AbsoluteUri)}\" class=\"m-soft\" style=\"color:{Day.Soft};text-decoration:underline\">";

    static string LinkText(string words, Uri? link) => link is null ? "" : $"{words}:\n{link.AbsoluteUri}\n";

    static string Spoken(FrameWords words) => $"lang=\"{HtmlPart.Encode(words.Language)}\" dir=\"{Direction.Of(words.Language)}\"";

    /// <summary>Arabic letters reach further above and below the line.</summary>
    static string LineHeight(string language) => language == "ar" ? "1.75" : "1.55";

    /// <summary>Korean breaks between words, Japanese and Chinese not before a closing sign.</summary>
    static string LineBreaksOf(string language) => language switch
    {
        "ko" => ";word-break:keep-all",
        "ja" or "zh" => ";line-break:strict",
        _ => "",
    };
}
