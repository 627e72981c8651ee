using Ilnp.Forms;
using Ilnp.Own;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Applying;

/// <summary>The public application form. What is posted goes the way of every provider's applications.</summary>
public sealed class ApplyPage(CohortStore cohorts, ApplicationInbox inbox, OwnSessions sessions, TextShelf texts, TimeProvider time)
{
    const string Route = "apply/{cohortId}";
    const string Done = "done";

    /// <summary>A field that only programs fill.</summary>
    const string Trap = "website";

    [Function(nameof(ShowApplication))]
    public async Task<IActionResult> ShowApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId)
    {
        if (await cohorts.FindAsync(cohortId, request.HttpContext.RequestAborted) is not { } cohort) return Unknown(request);
        var words = texts.In(ReaderLanguage.Of(request, cohort.Languages));
        if (request.Query.ContainsKey(Done)) return Say(request, cohort, words, "apply.done.title", "apply.done.text");
        return ApplicationWindow.IsOpen(cohort, time.GetUtcNow()) ? Page(request, cohort, words, ApplicationForm.InLanguage(words.Language)) : Say(request, cohort, words, "apply.closed.title", "apply.closed.text");
    }

    [Function(nameof(TakeApplication))]
    public async Task<IActionResult> TakeApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId, [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await cohorts.FindAsync(cohortId, cancellation) is not { } cohort) return Unknown(request);
        var words = texts.In(ReaderLanguage.Of(request, cohort.Languages));
        if (!ApplicationWindow.IsOpen(cohort, time.GetUtcNow())) return Say(request, cohort, words, "apply.closed.title", "apply.closed.text");
        var posted = await PostedForm.ReadAsync(request);
        var reading = UnderstoodAnswers.Check(ApplicationForm.For(cohort.Languages).Read(ApplicationForm.InLanguage(posted, words.Language)));
        if (!reading.IsValid) return Page(request, cohort, words, reading);
        if (!posted.TryGetValue(Trap, out var trapped) || trapped.All(string.IsNullOrEmpty))
            await inbox.SubmitAsync(client, cohortId, reading.Answers, await OwnerIdAsync(request, cohortId), cancellation);
        return new SeeOther($"/apply/{cohortId}?{Done}=1&lang={words.Language}");
    }

    async Task<string?> OwnerIdAsync(HttpRequest request, string cohortId) =>
        await sessions.WhoseAsync(request) is var (cohort, person) && cohort == cohortId ? person : null;

    HtmlPage Unknown(HttpRequest request) => new(
        Notice.Create(new(texts.In(ReaderLanguage.Of(request, texts.Languages)), "apply.unknown.title", "apply.unknown.text")
        {
            Languages = LanguageSwitch.Shown(request, texts.Languages),
            Onward = ("/", "landing.title"),
        }),
        StatusCodes.Status404NotFound);

    static HtmlPage Say(HttpRequest request, CohortSettings cohort, PageTexts words, string titleKey, string textKey, int status = StatusCodes.Status200OK) => new(
        Notice.Create(new(words, titleKey, textKey)
        {
            Facts = ApplicationWindow.Facts(cohort, words),
            Languages = LanguageSwitch.Shown(request, cohort.Languages),
        }),
        status);

    static HtmlPage Page(HttpRequest request, CohortSettings cohort, PageTexts words, FormReading reading)
    {
        var form = ApplicationForm.For(cohort.Languages);
        var view = new FormView(form, reading, words, ApplicationWindow.Facts(cohort, words), "application.submit") { Trap = Trap };
        var model = new FormPageModel(view, cohort.NameIn(words.Language)) { Languages = LanguageSwitch.Shown(request, cohort.Languages) };
        return new(FormPage.Create(model), reading.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
