using System.Globalization;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.OwnWords;

/// <summary>A mail as somebody invented would get it, in a frame beside the form: what is typed there, before it is saved.</summary>
public sealed class WordingPreviews(
    CommitteePages committee, OwnTexts own, WordingReading reading, MailSamples samples, MailRenderer renderer)
{
    /// <summary>Which sample, and what of the mail: names of fields.</summary>
    public const string Sample = "sample", As = "as", Plain = "plain";

    /// <summary>A mail has its styles inside itself. It stands in our own page's frame alone.</summary>
    const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox";

    /// <summary>Saves nothing, whether it is opened or posted to.</summary>
    [Function(nameof(PreviewWording))]
    public Task<IActionResult> PreviewWording(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = WordingPages.OneMail + "/preview")] HttpRequest request,
        string cohortId, string template, string language) =>
        committee.OpenForLeadAsync(request, cohortId, WordingPages.Others, async reader =>
        {
            if (!own.Has(template, language) || !reader.Cohort.Languages.Contains(language))
                return new SeeOther(WordingPaths.Of(cohortId));
            var model = await reading.ReadAsync(reader, template, language, request.HttpContext.RequestAborted);
            var posted = HttpMethods.IsPost(request.Method)
                ? await PostedForm.ReadAsync(request)
                : new Dictionary<string, IReadOnlyList<string>>();
            var words = posted.Count == 0 ? model.Typed : MailWords.Typed(part => posted.GetValueOrDefault(part) is [var text] ? text : "");
            var mistakes = own.Mistakes(reader.Cohort, template, language, words);
            Protect(request.HttpContext.Response.Headers);
            return mistakes.Count > 0 ? Text(string.Join("\n\n", mistakes.Select(model.Sentence)))
                : Rendered(model, words, Number(posted.GetValueOrDefault(Sample)), posted.GetValueOrDefault(As) is [Plain]);
        });

    ContentResult Rendered(WordingModel model, MailWords words, int number, bool isPlain)
    {
        var (template, language) = model.Mail;
        var all = samples.Of(WordingPaths.MailWith(template));
        var message = MailSamples.Message(all[Math.Clamp(number, 1, all.Count) - 1], model.Reader.Cohort.Id, language);
        var mail = model.IsTopic
            ? renderer.Render(WithTopic(message, words), model.Reader.Cohort)
            : renderer.Render(words.Template($"{template}.{language}", language), message, model.Reader.Cohort, default);
        return isPlain
            ? Text($"{mail.Subject}\n\n{PlainLines.Wrapped(mail.Text)}")
            : new() { Content = MailPreview.WithSubject(mail), ContentType = "text/html; charset=utf-8" };
    }

    /// <summary>The month's mail with the topic as the first.</summary>
    static MailMessage WithTopic(MailMessage message, MailWords words)
    {
        var topic = new Dictionary<string, object?> { ["title"] = words.Subject, ["text"] = words.Body };
        var others = ((IEnumerable<object>)message.Model["prompts"]!).Skip(1);
        return message with
        {
            Model = new Dictionary<string, object?>(message.Model)
            {
                ["topic"] = words.Subject,
                ["prompts"] = others.Prepend(topic).ToArray(),
            },
        };
    }

    static ContentResult Text(string text) => new() { Content = text, ContentType = "text/plain; charset=utf-8" };

    static void Protect(IHeaderDictionary headers)
    {
        HtmlPage.Protect(headers, Policy);
        headers.XFrameOptions = "SAMEORIGIN";
    }

    static int Number(IReadOnlyList<string>? sample) =>
        sample is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}
