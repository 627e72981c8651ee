using Ilnp.Forms;
using Ilnp.Mail.Languages;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Approvals;

/// <summary>Lays out the pages of decisions in the language of whoever decides.</summary>
public sealed class DecisionPages(
    FormCatalogue forms, TextShelf texts, LanguageLinks languages, DecisionChecks checks, DecisionStories stories, TimeProvider time)
{
    /// <summary>The decision as recorded, with its form while it is open.</summary>
    /// <param name="request">Asks for the page.</param>
    /// <param name="visit">The decision.</param>
    /// <param name="wrongKey">What was wrong with whom it should be handed to; null for nothing.</param>
    internal async Task<IActionResult> OfAsync(HttpRequest request, DecisionVisit visit, string? wrongKey = null)
    {
        var (decision, cancellation) = (visit.Decision, request.HttpContext.RequestAborted);
        var stand = await checks.StandAsync(decision, cancellation);
        var story = await stories.OfAsync(decision, cancellation) with { WrongKey = wrongKey };
        var reading = (stand.Filled ?? decision.Answers) is { } answers ? FormReading.Filled(answers) : FormReading.Empty;
        return new HtmlPage(
            DecisionPage.Create(Model(request, visit, reading, stand, story)),
            wrongKey is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The form again, with what was posted and what is wrong with it.</summary>
    internal async Task<IActionResult> WrongAsync(HttpRequest request, DecisionVisit visit, FormReading reading, DecisionStand stand)
    {
        var story = await stories.OfAsync(visit.Decision, request.HttpContext.RequestAborted);
        return new HtmlPage(
            DecisionPage.Create(Model(request, visit, reading, stand, story)), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>One answer to every token that is not ours, whatever is wrong with it.</summary>
    public IActionResult Unknown(HttpRequest request) => new HtmlPage(
        Notice.Create(new(texts.In(ReaderLanguage.Of(request, texts.Languages)), "link.unknown.title", "link.unknown.text")
        {
            Languages = LanguageSwitch.Shown(request, texts.Languages),
        }),
        StatusCodes.Status404NotFound);

    /// <summary>Says why a member's link decides nothing any more, and who decides now.</summary>
    public IActionResult NotTheirs(Decision decision, CohortSettings cohort)
    {
        var words = texts.In(TextShelf.First);
        var isMember = cohort.Member(decision.SubjectId) is not null;
        return new HtmlPage(
            Notice.Create(new(words, "decision.not-yours.title", isMember ? "decision.not-yours.role" : "decision.not-yours.left")
            {
                Facts = new Dictionary<string, string>
                {
                    ["name"] = cohort.MemberName(decision.SubjectId),
                    ["programme"] = cohort.Name,
                    ["leads"] = words.Locale.Names(cohort.Leads.Select(lead => lead.Name)),
                },
            }),
            StatusCodes.Status410Gone);
    }

    /// <summary>
    /// Offers a fresh link; for a question that closed without an answer it would open nothing, and that is said instead.
    /// </summary>
    public IActionResult Expired(HttpRequest request, Decision decision, DecisionSubject subject)
    {
        var words = texts.In(subject.Language);
        var notice = IsOver(decision)
            ? new NoticeModel(words, "link.expired.title", "decision.closed-open") { Facts = decision.Facts(subject, words) }
            : new(words, "link.expired.title", "link.expired.text", "link.expired.submit") { SubmitName = DecisionGate.Fresh };
        return new HtmlPage(Notice.Create(notice with { Languages = Languages(request, subject) }), StatusCodes.Status410Gone);
    }

    /// <summary>Whether there is nothing to answer any more and nothing was answered.</summary>
    public bool IsOver(Decision decision) => decision.Version == 0 && !DecisionRules.IsOpen(decision, time.GetUtcNow());

    /// <summary>Says that a fresh link was mailed.</summary>
    public IActionResult Sent(HttpRequest request, DecisionSubject subject) =>
        new HtmlPage(
            Notice.Create(
                new(texts.In(subject.Language), "link.expired.title", "link.expired.sent") { Languages = Languages(request, subject) }));

    /// <summary>
    /// A person's choice is kept; of a group nobody knows who reads, so the page is shown again; the committee has one language.
    /// </summary>
    LanguageSwitch? Languages(HttpRequest request, DecisionSubject subject) => subject switch
    {
        { Group: not null } => LanguageSwitch.Shown(request, subject.Cohort.Languages),
        { People: [var person] } =>
            LanguageSwitch.Kept(languages.PathFor(person.CohortId, person.PersonId, time.GetUtcNow()), request, subject.Cohort.Languages),
        _ => null,
    };

    DecisionPageModel Model(HttpRequest request, DecisionVisit visit, FormReading reading, DecisionStand stand, DecisionStory story)
    {
        var (decision, subject) = (visit.Decision, visit.Subject);
        var words = texts.In(subject.Language);
        var facts = new Dictionary<string, string>(decision.Facts(subject, words));
        foreach (var (name, value) in stand.Facts) facts[name] = value;
        var submit = decision.Version == 0 ? "decision.submit" : "decision.change-submit";
        var view = new FormView(forms.Get(decision.Request.Form), reading, words, facts, submit);
        return new(decision, view, stand.OverKey is null && DecisionRules.IsOpen(decision, time.GetUtcNow()))
        {
            Stand = stand,
            Story = story,
            Languages = Languages(request, subject),
        };
    }
}
