using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Applying;

/// <summary>The public application form. What is posted goes the way of every provider's applications.</summary>
public sealed class ApplyPage(CohortStore cohorts, ApplicationInbox inbox, TextShelf texts, TimeProvider time)
{
    const string Route = "apply/{cohortId}";
    const string Done = "done";

    /// <summary>A field that only programs fill.</summary>
    const string Trap = "website";

    [Function(nameof(ShowApplication))]
    public async Task<IActionResult> ShowApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId)
    {
        if (await cohorts.FindAsync(cohortId, request.HttpContext.RequestAborted) is not { } cohort) return Unknown();
        var words = texts.In(ReaderLanguage.Of(request, cohort.Languages));
        if (request.Query.ContainsKey(Done)) return Say(cohort, words, "apply.done.title", "apply.done.text");
        return ApplicationWindow.IsOpen(cohort, time.GetUtcNow()) ? Page(cohort, words, FormReading.Empty) : Say(cohort, words, "apply.closed.title", "apply.closed.text");
    }

    [Function(nameof(TakeApplication))]
    public async Task<IActionResult> TakeApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId, [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await cohorts.FindAsync(cohortId, cancellation) is not { } cohort) return Unknown();
        var words = texts.In(ReaderLanguage.Of(request, cohort.Languages));
        if (!ApplicationWindow.IsOpen(cohort, time.GetUtcNow())) return Say(cohort, words, "apply.closed.title", "apply.closed.text");
        if (await PostedForm.ReadAsync(request) is not { } posted) return Say(cohort, words, "apply.full.title", "apply.full.text", StatusCodes.Status413PayloadTooLarge);
        var reading = UnderstoodAnswers.Check(ApplicationForm.Form.Read(posted));
        if (!reading.IsValid) return Page(cohort, words, reading);
        if (!posted.TryGetValue(Trap, out var trapped) || trapped.All(string.IsNullOrEmpty)) await inbox.SubmitAsync(client, cohortId, reading.Answers, cancellation);
        return new SeeOther($"/apply/{cohortId}?{Done}=1&lang={words.Language}");
    }

    HtmlPage Unknown() =>
        new(Notice.Create(new(texts.In(TextShelf.First), "apply.unknown.title", "apply.unknown.text") { Onward = ("/", "landing.title") }), StatusCodes.Status404NotFound);

    static HtmlPage Say(CohortSettings cohort, PageTexts words, string titleKey, string textKey, int status = StatusCodes.Status200OK) =>
        new(Notice.Create(new(words, titleKey, textKey) { Facts = ApplicationWindow.Facts(cohort, words) }), status);

    static HtmlPage Page(CohortSettings cohort, PageTexts words, FormReading reading)
    {
        var view = new FormView(ApplicationForm.Form, reading, words, ApplicationWindow.Facts(cohort, words), "application.submit") { Trap = Trap };
        return new(FormPage.Create(new(view, cohort.Name)), reading.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
