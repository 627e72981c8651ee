using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ilnp.Texts;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>Markdown as HTML that mail programs know: <see cref="MailStyles"/>.</summary>
static class HtmlPart
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>A line of text with its values, those that run the other way isolated from the words around them.</summary>
    public static string Filled(string text, FillIns fillIns) => fillIns.Fill(
        Encode(text), words => Direction.Disturbs(words, fillIns.Language) ? $"<bdi>{Encode(words)}</bdi>" : Encode(words));

    public static string Write(MarkdownDocument document, FillIns fillIns)
    {
        var styles = new MailStyles(fillIns.Language);
        foreach (var block in document.Descendants<Block>()) Styled(block, styles.Of(block));
        foreach (var link in document.Descendants<LinkInline>())
        {
            Styled(link, Buttons.Is(link) ? MailStyles.ButtonWords : MailStyles.Link);
            link.Url = LinkRules.Address(link.Url ?? "", fillIns);
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        renderer.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(new FilledLiterals(fillIns));
        renderer.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new ButtonsInTables());
        renderer.ObjectRenderers.ReplaceOrAdd<QuoteBlockRenderer>(new QuotesInTables(styles));
        renderer.Render(document);
        return writer.ToString();
    }

    static void Styled(IMarkdownObject element, (string Class, string Style)? style)
    {
        if (style is null) return;
        element.GetAttributes().AddClass(style.Value.Class);
        element.GetAttributes().AddProperty("style", style.Value.Style);
    }
}
