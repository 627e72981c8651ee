using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>A link on a line of its own is what the mail is about: a button in HTML, with the bare address in the text.</summary>
static class Buttons
{
    public static bool Is(LinkInline link) =>
        link is
        {
            PreviousSibling: null,
            NextSibling: null,
            Parent: ContainerInline { ParentBlock: ParagraphBlock { Parent: MarkdownDocument } },
        }
        && !LinkRules.IsMailbox(link.Url ?? "");
}
