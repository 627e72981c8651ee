namespace Ilnp.Mail.Rendering;

/// <summary>
/// The colours of mails by day and by night. Neither white nor black is among them: programs that turn colours over by themselves
/// then leave no letter on a ground of its own colour.
/// </summary>
/// <param name="Page">Around the mail.</param>
/// <param name="Card">Under the words.</param>
/// <param name="Ink">Words.</param>
/// <param name="Soft">Words of the foot.</param>
/// <param name="Strong">Headings.</param>
/// <param name="Link">Links in words.</param>
/// <param name="Button">Under the words of a button.</param>
/// <param name="OnButton">Words of a button.</param>
/// <param name="Quote">Under a quotation.</param>
/// <param name="Line">Between parts.</param>
sealed record MailColours(
    string Page, string Card, string Ink, string Soft, string Strong,
    string Link, string Button, string OnButton, string Quote, string Line)
{
    public static MailColours Day { get; } =
        new("#eef1f1", "#fdfefe", "#1f2a2c", "#4b595b", "#12343b", "#0b5c63", "#0b5c63", "#fdfefe", "#eef4f4", "#d5dcdc");

    public static MailColours Night { get; } =
        new("#0f1718", "#182325", "#e2eaea", "#aebcbe", "#d3ecec", "#83d2d6", "#83d2d6", "#10282b", "#213033", "#3d4d50");

    /// <summary>For programs that know style sheets; all others turn the day's colours over, or leave them.</summary>
    public static string Sheet { get; } = $$"""
        <style>
        @media (prefers-color-scheme:dark){
        .m-page{background-color:{{Night.Page}}!important}
        .m-card{background-color:{{Night.Card}}!important}
        .m-ink{color:{{Night.Ink}}!important}
        .m-soft{color:{{Night.Soft}}!important}
        .m-strong{color:{{Night.Strong}}!important}
        .m-link{color:{{Night.Link}}!important}
        .m-button{background-color:{{Night.Button}}!important}
        .m-on-button{color:{{Night.OnButton}}!important}
        .m-quote{background-color:{{Night.Quote}}!important}
        .m-line{border-color:{{Night.Line}}!important}
        }
        @media (max-width:480px){
        .m-card{padding:24px 16px!important}
        }
        </style>
        """;
}
