using Ilnp.Committee.Acts;
using Ilnp.Committee.Unknown;
using Ilnp.Forms;
using Ilnp.Intake.FormSecrets;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.FormQuestions;

/// <summary>
/// The secret that a round's form signs with, for leads and technical members: shown on a press where we choose it, pasted where the
/// service makes it, and then never shown again. Who did which is written down, the secret is not.
/// </summary>
public sealed class FormSecretPages(
    UnknownVisits visits, FormSecretReading reading, CohortSecrets secrets,
    PastedSecretStore pasted, CommitteeActStore acts, TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/form-secrets/{provider}";

    /// <summary>Names of the acts, which the buttons send, and of the field that is pasted into.</summary>
    public const string Do = "do", Look = "secret-look", Keep = "secret-keep", Secret = "secret";

    /// <summary>Shows no secret.</summary>
    [Function(nameof(ShowFormSecret))]
    public Task<IActionResult> ShowFormSecret(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId, string provider) =>
        ForAsync(request, cohortId, provider, (reader, address) =>
            Task.FromResult<IActionResult>(Page(new(reader, address) { IsKept = request.Query[ActAddress.Done] == Keep })));

    [Function(nameof(TakeFormSecret))]
    public Task<IActionResult> TakeFormSecret(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId, string provider) =>
        ForAsync(request, cohortId, provider, async (reader, address) =>
        {
            var posted = await PostedForm.ReadAsync(request);
            var pastedText = posted.GetValueOrDefault(Secret) is [var text] ? text.Trim() : "";
            return (posted.GetValueOrDefault(Do), address.Provider.MakesItsSecret) switch
            {
                ([Look], false) => await LookAsync(request, reader, address),
                ([Keep], true) => await KeepAsync(request, reader, address, pastedText),
                _ => Page(new(reader, address)),
            };
        });

    async Task<IActionResult> LookAsync(HttpRequest request, CommitteeReader reader, WebhookAddress address)
    {
        var secret = secrets.DerivedOf(reader.Cohort.Id, address.Provider);
        if (secret is null) return Page(new(reader, address));
        var (press, act) = (ActAddress.PressOf(request), ActOf(reader, address, Look));
        await acts.DoOnceAsync(reader.Cohort.Id, press, act, _ => Task.FromResult(true), request.HttpContext.RequestAborted);
        return Page(new(reader, address) { Shown = secret });
    }

    async Task<IActionResult> KeepAsync(HttpRequest request, CommitteeReader reader, WebhookAddress address, string secret)
    {
        if (!PastedSecret.IsOne(secret)) return Page(new(reader, address) { ProblemKey = "form-secret.not-one" });
        var (id, cancellation) = (reader.Cohort.Id, request.HttpContext.RequestAborted);
        // Another text pasted on the same page is another press.
        var press = $"{ActAddress.PressOf(request)} {StableIds.Of(System.Text.Encoding.UTF8.GetBytes(secret))}";
        var end = await acts.DoOnceAsync(
            id, press, ActOf(reader, address, Keep),
            begun => pasted.TryKeepAsync(id, address.Provider, secret, (reader.Member.Id, begun.Act.At), cancellation), cancellation);
        return end.IsDone
            ? new SeeOther(ActAddress.AfterIt(QuestionPaths.OfSecret(id, address.Provider.Name), Keep))
            : Page(new(reader, address) { ProblemKey = "form-secret.taken", WhoWasFirst = WhoWasFirst.Of(reader, end) });
    }

    CommitteeAct ActOf(CommitteeReader reader, WebhookAddress address, string action) =>
        new($"form-secret-{address.Provider.Name}", time.GetUtcNow(), reader.Member.Id, action)
        {
            Changes = [new(FieldChange.Service, "", address.Provider.Name)],
        };

    Task<IActionResult> ForAsync(
        HttpRequest request, string cohortId, string provider, Func<CommitteeReader, WebhookAddress, Task<IActionResult>> act) =>
        visits.ForLeadOrTechnicalAsync(request, cohortId, async reader =>
            await reading.FindAsync(reader.Cohort.Id, provider, request.HttpContext.RequestAborted) is { } address
                ? await act(reader, address)
                : Gone(reader));

    static HtmlPage Page(FormSecretModel model) =>
        new(FormSecretPage.Create(model), model.ProblemKey is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    static HtmlPage Gone(CommitteeReader reader) => new(
        Notice.Create(new(reader.Texts, "form-secret.gone.title", "form-secret.gone.text")
        {
            Onward = (QuestionPaths.Of(reader.Cohort.Id), "questions.title"),
        }),
        StatusCodes.Status404NotFound);
}

/// <summary>The page of one form service's secret for a round.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Address">Where the form sends to, and what is known of its secret.</param>
public sealed record FormSecretModel(CommitteeReader Reader, WebhookAddress Address)
{
    public string Action { get; } = ActAddress.Pressed(QuestionPaths.OfSecret(Reader.Cohort.Id, Address.Provider.Name), "");

    /// <summary>The secret, after the press that asks for it; null otherwise.</summary>
    public string? Shown { get; init; }

    /// <summary>What is wrong with what was pasted, which is not shown again; null for nothing.</summary>
    public string? ProblemKey { get; init; }

    /// <summary>Who was first, in a sentence; null for nobody.</summary>
    public IHtmlContent? WhoWasFirst { get; init; }

    /// <summary>It was just kept.</summary>
    public bool IsKept { get; init; }
}
