using Ilnp.Mail.OwnWords;
using Ilnp.Programme;
using Ilnp.Texts;
using Markdig;
using Markdig.Syntax;
using Microsoft.Extensions.Logging;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// Writes a mail: template and model to Markdown, Markdown to a page and to plain text, values in at last
/// (<see cref="FillIns"/>).
/// </summary>
/// <param name="templates">Those that ship.</param>
/// <param name="logger">Hears of words of a committee that failed; null for nobody.</param>
public sealed class MailRenderer(MailTemplates templates, ILogger<MailRenderer>? logger = null)
{
    static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Renders in the language asked for, or in English what is there in no other.</summary>
    /// <param name="message">Names the template and gives its values.</param>
    /// <param name="cohort">Its words and the languages it offers.</param>
    /// <param name="links">What the frame leads to.</param>
    /// <param name="own">The committee's own words, which go before; where they fail, the original is written.</param>
    /// <exception cref="MailTemplateException">The template is missing, or names something that the model has not.</exception>
    public RenderedMail Render(MailMessage message, CohortSettings cohort, FrameLinks links = default, CohortWording? own = null)
    {
        var original = templates.Get(message.Template, message.Language);
        if (own?.Find(message.Template, original.Language) is not { } words) return Render(original, message, cohort, links);
        try
        {
            return Render(words, message, cohort, links);
        }
        catch (MailTemplateException)
        {
            // Its own words may hold somebody's answers.
            logger?.LogError(
                "The committee's words of {Template} in {Language} cannot be written in cohort {Cohort}: the original is.",
                message.Template,
                original.Language,
                cohort.Id);
            return Render(original, message, cohort, links);
        }
    }

    /// <summary>With just this template.</summary>
    internal RenderedMail Render(MailTemplate template, MailMessage message, CohortSettings cohort, FrameLinks links)
    {
        var frame = templates.Get(MailTemplates.Frame, template.Language);
        var model = ModelValues.Of(MailModel.Of(message, cohort, template.Language));
        var fillIns = new FillIns(template.Language);
        string Head(MailTemplate of, string name) => FillIns.OneLine(Run(of, Required(of, name), model, fillIns));

        string Subject()
        {
            var name = model["programme"];
            model["programme"] = cohort.ShortNameIn(template.Language);
            var subject = FillIns.OneLine(fillIns.Fill(Head(template, "subject")));
            model["programme"] = name;
            return subject;
        }

        var document = Parsed(template, Run(template, template.Body, model, fillIns));
        LinkRules.Check(document, fillIns, template.Id);
        var others = cohort.Languages.Where(language => language != template.Language && Locale.Knows(language)).Select(Locale.Of).ToList();
        var words = new FrameWords(
            template.Language,
            cohort.NameIn(template.Language),
            Subject(),
            template.Head("preheader") is null ? Preheaders.Of(document, fillIns) : Head(template, "preheader"),
            Head(template, "why"),
            Head(frame, message.Others.Count == 0 ? "questions" : "together"),
            Head(frame, "own"),
            Head(frame, "unsubscribe"),
            Head(frame, "languages"))
        {
            OwnLink = message.OwnPage,
            UnsubscribeLink = links.Unsubscribe,
            LanguageLink = others.Count == 0 ? null : links.Language,
            Others = others,
        };
        // The text first: the HTML part writes its styles and addresses into the document.
        var text = MailFrame.Text(words, fillIns, fillIns.FillPlain(TextPart.Write(document, fillIns)));
        var html = MailFrame.Html(words, fillIns, HtmlPart.Write(document, fillIns));
        return new(template.Language, words.Subject, html, text);
    }

    static MarkdownDocument Parsed(MailTemplate template, string text)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Markdown);
        }
        catch (ArgumentException e)
        {
            throw new MailTemplateException(template.Id, "goes deeper than a mail can be read.", e);
        }
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

/// <summary>Links of the recipient's own that stand in the frame.</summary>
/// <param name="Unsubscribe">Leaves the list; null for mail that is needed.</param>
/// <param name="Language">Changes the language of mails; null where nobody can choose.</param>
public readonly record struct FrameLinks(Uri? Unsubscribe, Uri? Language);
