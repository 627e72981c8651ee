using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Applying;

/// <summary>
/// The public application form: filled in, shown once more as it is understood, sent; or saved as a link and gone on with later. What is
/// sent goes the way of every provider's applications.
/// </summary>
public sealed class ApplyPage(
    CohortStore cohorts, ApplicationInbox inbox, Applicants applicants, ApplySteps steps, UnfinishedLetters letters, TextShelf texts,
    TimeProvider time)
{
    const string Route = "apply/{cohortId}";
    const string Done = "done";
    internal const string Email = "email";

    [Function(nameof(ShowApplication))]
    public async Task<IActionResult> ShowApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId)
    {
        if (await cohorts.FindAsync(cohortId, request.HttpContext.RequestAborted) is not { } cohort) return Unknown(request);
        var words = texts.In(ReaderLanguage.Of(request, cohort.Languages));
        if (request.Query.ContainsKey(Done)) return Say(request, cohort, words, "apply.done.title", "apply.done.text");
        if (!ApplicationWindow.IsOpen(cohort, time.GetUtcNow())) return Closed(request, cohort, words);
        var known = await applicants.KnownAsync(request, cohort, words);
        var reading = known is null
            ? ApplicationForm.InLanguage(words.Language) : FormReading.Filled(ApplicationForm.InLanguage(known, words.Language));
        return Page(request, cohort, words, reading);
    }

    [Function(nameof(TakeApplication))]
    public async Task<IActionResult> TakeApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string cohortId,
        [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await cohorts.FindAsync(cohortId, cancellation) is not { } cohort) return Unknown(request);
        var words = texts.In(ReaderLanguage.Of(request, cohort.Languages));
        if (!ApplicationWindow.IsOpen(cohort, time.GetUtcNow())) return Closed(request, cohort, words);
        var posted = await PostedForm.ReadAsync(request);
        var reading = UnderstoodAnswers.Check(
            ApplicationForm.For(cohort.Languages).Read(ApplicationForm.InLanguage(posted, words.Language)));
        var step = ApplySteps.Of(posted);
        if (step == ApplySteps.Change) return Page(request, cohort, words, FormReading.Filled(reading.Answers));
        if (step == ApplySteps.Save) return await SaveAsync(request, cohort, words, reading);
        if (!reading.IsValid) return Page(request, cohort, words, reading);
        if (steps.ShowingOf(cohortId, posted) is var showing and not Showing.None) return Review(cohort, words, reading, showing);
        await inbox.SubmitAsync(client, cohortId, reading.Answers, await applicants.OwnerIdAsync(request, cohortId), cancellation);
        return new SeeOther($"/apply/{cohortId}?{Done}=1&lang={words.Language}");
    }

    /// <summary>Of an unfinished application nothing is asked but where the link goes, and that its answers go into one.</summary>
    async Task<IActionResult> SaveAsync(HttpRequest request, CohortSettings cohort, PageTexts words, FormReading reading)
    {
        if (reading.Errors.TryGetValue(Email, out var error))
            return Page(request, cohort, words, reading with { Errors = new Dictionary<string, FormError> { [Email] = error } });
        if (await letters.SendAsync(cohort, reading, words.Language, request.HttpContext.RequestAborted) is not { } token)
            return Page(request, cohort, words, reading);
        return new HtmlPage(Notice.Create(new(words, "apply.saved.title", "apply.saved.text")
        {
            Facts = ApplicationWindow.Facts(cohort, words),
            Onward = (UnfinishedLinks.PathOf(cohort.Id, token, words.Language), "apply.saved.on"),
        }));
    }

    HtmlPage Unknown(HttpRequest request) => new(
        Notice.Create(new(texts.In(ReaderLanguage.Of(request, texts.Languages)), "apply.unknown.title", "apply.unknown.text")
        {
            Languages = LanguageSwitch.Shown(request, texts.Languages),
            Onward = ("/", "landing.title"),
        }),
        StatusCodes.Status404NotFound);

    static HtmlPage Closed(HttpRequest request, CohortSettings cohort, PageTexts words) =>
        Say(request, cohort, words, "apply.closed.title", "apply.closed.text");

    static HtmlPage Say(HttpRequest request, CohortSettings cohort, PageTexts words, string titleKey, string textKey) => new(
        Notice.Create(new(words, titleKey, textKey)
        {
            Facts = ApplicationWindow.Facts(cohort, words),
            Languages = LanguageSwitch.Shown(request, cohort.Languages),
        }));

    HtmlPage Review(CohortSettings cohort, PageTexts words, FormReading reading, Showing showing) => new(ApplyReviewPage.Create(new(
        View(cohort, words, reading), cohort.NameIn(words.Language),
        steps.Mark(cohort.Id, showing == Showing.Doubted), showing == Showing.Again)));

    HtmlPage Page(HttpRequest request, CohortSettings cohort, PageTexts words, FormReading reading)
    {
        var model = new FormPageModel(View(cohort, words, reading), cohort.NameIn(words.Language))
        {
            Languages = LanguageSwitch.Shown(request, cohort.Languages),
        };
        return new(FormPage.Create(model), reading.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    FormView View(CohortSettings cohort, PageTexts words, FormReading reading) =>
        new(ApplicationForm.For(cohort.Languages), reading, words, ApplicationWindow.Facts(cohort, words), "application.review")
        {
            Trap = ApplySteps.Trap,
            Hidden = [(ApplySteps.Opened, steps.Now)],
            Submit = (ApplySteps.Button, ApplySteps.Review),
            Besides = (ApplySteps.Button, ApplySteps.Save, "application.save"),
        };
}
