using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Ilnp.Mail.Rendering;

/// <summary>Writes text with its values, those that run the other way isolated from the words around them.</summary>
sealed class FilledLiterals(FillIns fillIns, string language) : HtmlObjectRenderer<LiteralInline>
{
    protected override void Write(HtmlRenderer renderer, LiteralInline obj) =>
        renderer.Write(fillIns.Fill(HtmlPart.Encode(obj.Content.ToString()), Words));

    string Words(string words) => Direction.Disturbs(words, language) ? $"<bdi>{HtmlPart.Encode(words)}</bdi>" : HtmlPart.Encode(words);
}
