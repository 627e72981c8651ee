using Ilnp.Forms;
using Ilnp.Mail.Languages;
using Ilnp.Pages;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Approvals;

/// <summary>Lays out the pages of decisions in the language of whoever decides.</summary>
public sealed class DecisionPages(FormCatalogue forms, TextShelf texts, LanguageLinks languages, TimeProvider time)
{
    /// <summary>The decision as recorded, with its form while it is open.</summary>
    public IActionResult Of(HttpRequest request, Decision decision, DecisionSubject subject)
    {
        var reading = decision.Answers is { } answers ? FormReading.Filled(answers) : FormReading.Empty;
        return new HtmlPage(DecisionPage.Create(Model(request, decision, subject, reading)));
    }

    /// <summary>The form again, with what was posted and what is wrong with it.</summary>
    public IActionResult Wrong(HttpRequest request, Decision decision, DecisionSubject subject, FormReading reading) =>
        new HtmlPage(DecisionPage.Create(Model(request, decision, subject, reading)), StatusCodes.Status422UnprocessableEntity);

    /// <summary>One answer to every token that is not ours, whatever is wrong with it.</summary>
    public IActionResult Unknown(HttpRequest request) => new HtmlPage(
        Notice.Create(new(texts.In(ReaderLanguage.Of(request, texts.Languages)), "link.unknown.title", "link.unknown.text")
        {
            Languages = LanguageSwitch.Shown(request, texts.Languages),
        }),
        StatusCodes.Status404NotFound);

    /// <summary>Offers a fresh link.</summary>
    public IActionResult Expired(HttpRequest request, DecisionSubject subject) => new HtmlPage(
        Notice.Create(new(texts.In(subject.Language), "link.expired.title", "link.expired.text", "link.expired.submit")
        {
            SubmitName = DecisionGate.Fresh,
            Languages = Languages(request, subject),
        }),
        StatusCodes.Status410Gone);

    /// <summary>Says that a fresh link was mailed.</summary>
    public IActionResult Sent(HttpRequest request, DecisionSubject subject) =>
        new HtmlPage(Notice.Create(new(texts.In(subject.Language), "link.expired.title", "link.expired.sent") { Languages = Languages(request, subject) }));

    /// <summary>A person's choice is kept; of a group nobody knows who reads, so the page is shown again; the committee has one language.</summary>
    LanguageSwitch? Languages(HttpRequest request, DecisionSubject subject) => subject switch
    {
        { Group: not null } => LanguageSwitch.Shown(request, subject.Cohort.Languages),
        { People: [var person] } => LanguageSwitch.Kept(languages.PathFor(person.CohortId, person.PersonId, time.GetUtcNow()), request, subject.Cohort.Languages),
        _ => null,
    };

    DecisionPageModel Model(HttpRequest request, Decision decision, DecisionSubject subject, FormReading reading)
    {
        var words = texts.In(subject.Language);
        var facts = decision.Facts(subject, words);
        var submit = decision.Version == 0 ? "decision.submit" : "decision.change-submit";
        var view = new FormView(forms.Get(decision.Request.Form), reading, words, facts, submit);
        return new(decision, view, DecisionRules.IsOpen(decision, time.GetUtcNow())) { Languages = Languages(request, subject) };
    }
}
