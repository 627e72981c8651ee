using Ilnp.Texts;
using Markdig.Syntax;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// The styles of what a mail has inside. They stand on the elements, since many mail programs know no style sheets; left and right
/// are named, since few know begin and end.
/// </summary>
sealed class MailStyles(string language)
{
    static readonly MailColours Day = MailColours.Day;

    /// <summary>Where lines begin, and where they end.</summary>
    public string Start => Direction.Of(language) == "rtl" ? "right" : "left";

    /// <summary>Class and style; null where the surroundings' hold.</summary>
    public (string Class, string Style)? Of(Block block) => block switch
    {
        HeadingBlock { Level: 1 } => ("m-strong", $"margin:0 0 16px;font-size:22px;line-height:1.3;color:{Day.Strong}"),
        HeadingBlock => ("m-strong", $"margin:28px 0 8px;font-size:17px;line-height:1.4;color:{Day.Strong}"),
        ParagraphBlock => ("m-ink", $"margin:0 0 16px;color:{Day.Ink}"),
        ListBlock => ("m-ink", $"margin:0 0 16px;padding:0;padding-{Start}:24px;color:{Day.Ink}"),
        ListItemBlock => ("m-ink", $"margin:0 0 8px;color:{Day.Ink}"),
        ThematicBreakBlock => ("m-line", $"margin:24px 0;border:0;border-top:1px solid {Day.Line}"),
        _ => null,
    };

    public static (string Class, string Style) Link => ("m-link", $"color:{Day.Link};text-decoration:underline");

    /// <summary>The words of a button; its ground is the cell's.</summary>
    public static (string Class, string Style) ButtonWords =>
        ("m-on-button", $"display:inline-block;padding:12px 24px;color:{Day.OnButton};font-weight:600;text-decoration:none");

    public static string ButtonCell =>
        $"class=\"m-button\" bgcolor=\"{Day.Button}\" style=\"background-color:{Day.Button};border-radius:6px;mso-padding-alt:12px 24px\"";

    public string QuoteCell =>
        $"class=\"m-quote\" bgcolor=\"{Day.Quote}\" style=\"padding:16px 16px 1px;background-color:{Day.Quote};border-{Start}:4px solid "
            + $"{Day.Button};text-align:{Start}\"";
}
