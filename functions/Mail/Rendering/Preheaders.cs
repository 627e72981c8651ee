using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>What a list of mails shows after the subject.</summary>
static class Preheaders
{
    /// <summary>
    /// Stands unseen after the words, so that a list of mails shows these alone and not how the mail goes on: joiners and spaces
    /// of no width in turn, since mail programs leave out what is spaces alone.
    /// </summary>
    public static readonly string Filling = string.Concat(Enumerable.Repeat("&#847;&zwnj;&nbsp;", 60));

    /// <summary>For words of a committee that give none: how the mail begins after its greeting.</summary>
    public static string Of(MarkdownDocument document, FillIns fillIns) =>
        document.OfType<ParagraphBlock>().Skip(1)
            .FirstOrDefault(paragraph => !paragraph.Inline!.Descendants<LinkInline>().Any()) is { } first
            ? FillIns.OneLine(TextPart.Write(first, fillIns)) : "";
}
