using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// A button as a cell of a table, which has its ground and its space in Outlook too. Other paragraphs are written as ever.
/// </summary>
sealed class ButtonsInTables : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (obj.Inline?.FirstChild is not LinkInline link || !Buttons.Is(link))
        {
            base.Write(renderer, obj);
            return;
        }

        renderer.EnsureLine();
        renderer.Write(MailTable.Open("margin:0 0 16px")).Write($"<td {MailStyles.ButtonCell}>");
        renderer.WriteLeafInline(obj);
        renderer.WriteLine(MailTable.Close);
    }
}

/// <summary>A quotation as a cell of a table, which has its space inside in Outlook too.</summary>
sealed class QuotesInTables(MailStyles styles) : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write(MailTable.Open("width:100%;margin:0 0 16px", "100%")).Write($"<td {styles.QuoteCell}>");
        renderer.WriteChildren(obj);
        renderer.WriteLine(MailTable.Close);
    }
}

/// <summary>A table that only places what is in it, of one cell.</summary>
static class MailTable
{
    public const string Close = "</td></tr></table>";

    /// <summary>Up to its row.</summary>
    public static string Open(string style, string? width = null) =>
        $"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"{(width is null ? "" : $" width=\"{width}\"")} "
            + $"style=\"border-collapse:separate;{style}\"><tr>";
}
