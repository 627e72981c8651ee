using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>Writes text with its values, those that run the other way isolated from the words around them.</summary>
sealed class FilledLiterals(FillIns fillIns) : HtmlObjectRenderer<LiteralInline>
{
    protected override void Write(HtmlRenderer renderer, LiteralInline obj) =>
        renderer.Write(HtmlPart.Filled(obj.Content.ToString(), fillIns));
}
