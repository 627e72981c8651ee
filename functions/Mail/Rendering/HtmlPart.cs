using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>Markdown as HTML with its styles on the elements, since many mail programs know no style sheets.</summary>
static class HtmlPart
{
    const string Heading = "margin:0 0 16px;font-size:22px;line-height:1.3;color:#12343b";
    const string SubHeading = "margin:28px 0 8px;font-size:17px;line-height:1.4;color:#12343b";
    const string Paragraph = "margin:0 0 16px";
    const string List = "margin:0 0 16px;padding-inline-start:24px";
    const string Item = "margin:0 0 8px";
    const string Quote = "margin:0 0 16px;padding:16px 16px 1px;background:#eef4f4;border-inline-start:4px solid #0b6e6e";
    const string Rule = "margin:24px 0;border:0;border-top:1px solid #d5dcdc";
    const string Link = "color:#0b5c63";
    const string Button = "display:inline-block;padding:12px 24px;border-radius:6px;background:#0b5c63;color:#ffffff;font-weight:600;text-decoration:none";

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>A line of text with its values, those that run the other way isolated from the words around them.</summary>
    public static string Filled(string text, FillIns fillIns) => fillIns.Fill(
        Encode(text), words => Direction.Disturbs(words, fillIns.Language) ? $"<bdi>{Encode(words)}</bdi>" : Encode(words));

    public static string Write(MarkdownDocument document, FillIns fillIns)
    {
        foreach (var block in document.Descendants<Block>()) Styled(block, Style(block));
        foreach (var link in document.Descendants<LinkInline>())
        {
            Styled(link, Buttons.Is(link) ? Button : Link);
            link.Url = LinkRules.Address(link.Url ?? "", fillIns);
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        renderer.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(new FilledLiterals(fillIns));
        renderer.Render(document);
        return writer.ToString();
    }

    static string? Style(Block block) => block switch
    {
        HeadingBlock { Level: 1 } => Heading,
        HeadingBlock => SubHeading,
        ParagraphBlock => Paragraph,
        ListBlock => List,
        ListItemBlock => Item,
        QuoteBlock => Quote,
        ThematicBreakBlock => Rule,
        _ => null,
    };

    static void Styled(IMarkdownObject element, string? style)
    {
        if (style is not null) element.GetAttributes().AddProperty("style", style);
    }
}
