using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>Markdown as plain text that reads well: made from the Markdown, with addresses written out.</summary>
static class TextPart
{
    public static string Write(MarkdownDocument document, FillIns fillIns) => Blocks(document, fillIns, loose: true);

    public static string Write(LeafBlock block, FillIns fillIns) => Inlines(block.Inline, fillIns);

    static string Blocks(ContainerBlock blocks, FillIns fillIns, bool loose) =>
        string.Join(loose ? "\n\n" : "\n", blocks.Select(block => Of(block, fillIns)).Where(text => text.Length > 0));

    static string Of(Block block, FillIns fillIns) => block switch
    {
        LeafBlock { Inline: not null } leaf => Inlines(leaf.Inline, fillIns),
        LeafBlock { Lines.Count: > 0 } leaf => leaf.Lines.ToString(),
        ListBlock list => List(list, fillIns),
        QuoteBlock quote => Indented(Blocks(quote, fillIns, loose: true), "> ", "> "),
        ThematicBreakBlock => "----------",
        ContainerBlock inner => Blocks(inner, fillIns, loose: true),
        _ => "",
    };

    static string List(ListBlock list, FillIns fillIns)
    {
        var first = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
        return string.Join("\n", list.Cast<ListItemBlock>().Select((item, index) =>
        {
            var sign = list.IsOrdered ? $"{first + index}. " : "- ";
            return Indented(Blocks(item, fillIns, list.IsLoose), sign, new(' ', sign.Length));
        }));
    }

    static string Indented(string text, string first, string others) => first + text.Replace("\n", "\n" + others, StringComparison.Ordinal);

    static string Inlines(ContainerInline? inlines, FillIns fillIns)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? new ContainerInline()) text.Append(Of(inline, fillIns));
        return text.ToString();
    }

    static string Of(Inline inline, FillIns fillIns) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline line => line.IsHard ? "\n" : " ",
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LinkInline link => Link(link, fillIns),
        ContainerInline inner => Inlines(inner, fillIns),
        _ => "",
    };

    /// <summary>Reads the address before HTML has it. An address that is its own words stands there once.</summary>
    static string Link(LinkInline link, FillIns fillIns)
    {
        var (words, address) = (Inlines(link, fillIns), link.Url ?? "");
        if (Buttons.Is(link)) return $"{words}:\n{address}";
        var bare = LinkRules.IsMailbox(address) ? address["mailto:".Length..] : address;
        return fillIns.Fill(words) == fillIns.Fill(bare) ? words : $"{words} ({bare})";
    }
}
