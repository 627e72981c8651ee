using Ilnp.Programme;
using Markdig;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// Writes a mail: template and model to Markdown, Markdown to a page and to plain text, values in at last
/// (<see cref="FillIns"/>).
/// </summary>
public sealed class MailRenderer(MailTemplates templates)
{
    static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Renders in the language asked for, the cohort's first when the template is not there in it, or English.</summary>
    /// <param name="unsubscribe">The recipient's address to leave optional mail; null for mail that is needed.</param>
    /// <exception cref="MailTemplateException">The template is missing, or names something that the model has not.</exception>
    public RenderedMail Render(MailMessage message, CohortSettings cohort, Uri? unsubscribe = null)
    {
        var template = templates.Get(message.Template, message.Language, cohort.Languages[0]);
        var frame = templates.Get(MailTemplates.Frame, template.Language, cohort.Languages[0]);
        var model = ModelValues.Of(MailModel.Of(message, cohort));
        var fillIns = new FillIns();
        string Head(MailTemplate of, string name) => FillIns.OneLine(fillIns.Fill(Run(of, Required(of, name), model, fillIns)));

        string Subject()
        {
            model["programme"] = cohort.ShortName ?? cohort.Name;
            var subject = Head(template, "subject");
            model["programme"] = cohort.Name;
            return subject;
        }

        var document = Markdig.Markdown.Parse(Run(template, template.Body, model, fillIns), Markdown);
        LinkRules.Check(document, fillIns, template.Id);
        var words = new FrameWords(
            template.Language,
            cohort.Name,
            Subject(),
            template.Head("preheader") is null ? "" : Head(template, "preheader"),
            Head(template, "why"),
            Head(frame, message.Others.Count == 0 ? "questions" : "together"),
            Head(frame, "unsubscribe"),
            unsubscribe,
            Head(frame, "own"),
            message.OwnPage);
        // The text first: the HTML part writes its styles and addresses into the document.
        var text = MailFrame.Text(words, fillIns.Fill(TextPart.Write(document, fillIns)));
        var html = MailFrame.Html(words, HtmlPart.Write(document, fillIns, template.Language));
        return new(template.Language, words.Subject, html, text);
    }

    static Template Required(MailTemplate template, string name) =>
        template.Head(name) ?? throw new MailTemplateException(template.Id, $"has no line '{name}:' in its head.");

    static string Run(MailTemplate template, Template part, ScriptObject model, FillIns fillIns)
    {
        try
        {
            return part.Render(new MarkingContext(model, fillIns));
        }
        catch (ScriptRuntimeException e)
        {
            throw new MailTemplateException(template.Id, e.OriginalMessage, e);
        }
    }
}
