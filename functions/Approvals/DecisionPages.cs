using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Approvals;

/// <summary>Lays out the pages of decisions in the language of whoever decides.</summary>
public sealed class DecisionPages(FormCatalogue forms, TextShelf texts, TimeProvider time)
{
    /// <summary>The decision as recorded, with its form while it is open.</summary>
    public IActionResult Of(Decision decision, DecisionSubject subject)
    {
        var reading = decision.Answers is { } answers ? FormReading.Filled(answers) : FormReading.Empty;
        return new HtmlPage(DecisionPage.Create(Model(decision, subject, reading)));
    }

    /// <summary>The form again, with what was posted and what is wrong with it.</summary>
    public IActionResult Wrong(Decision decision, DecisionSubject subject, FormReading reading) =>
        new HtmlPage(DecisionPage.Create(Model(decision, subject, reading)), StatusCodes.Status422UnprocessableEntity);

    /// <summary>One answer to every token that is not ours, whatever is wrong with it.</summary>
    public IActionResult Unknown() =>
        new HtmlPage(Notice.Create(new(texts.In(TextShelf.First), "link.unknown.title", "link.unknown.text")), StatusCodes.Status404NotFound);

    /// <summary>Offers a fresh link.</summary>
    public IActionResult Expired(DecisionSubject subject) =>
        new HtmlPage(
            Notice.Create(new(texts.In(subject.Language), "link.expired.title", "link.expired.text", "link.expired.submit") { SubmitName = DecisionGate.Fresh }),
            StatusCodes.Status410Gone);

    /// <summary>Says that a fresh link was mailed.</summary>
    public IActionResult Sent(DecisionSubject subject) =>
        new HtmlPage(Notice.Create(new(texts.In(subject.Language), "link.expired.title", "link.expired.sent")));

    DecisionPageModel Model(Decision decision, DecisionSubject subject, FormReading reading)
    {
        var words = texts.In(subject.Language);
        var facts = decision.Facts(subject, words);
        var submit = decision.Version == 0 ? "decision.submit" : "decision.change-submit";
        var view = new FormView(forms.Get(decision.Request.Form), reading, words, facts, submit);
        return new(decision, view, DecisionRules.IsOpen(decision, time.GetUtcNow()));
    }
}
