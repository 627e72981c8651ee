using Ilnp.Committee.Unknown;
using Ilnp.Intake;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Providers;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.FormQuestions;

/// <summary>
/// A message as a form service would send it, read by the webhook's own code. Nothing of it is stored, and nobody is written to.
/// </summary>
public sealed class TrialPages(
    UnknownVisits visits, MessageTrial trial, QuestionStore questions, RawMessageStore messages, IOptions<IntakeOptions> options)
{
    const string Route = "cohorts/{cohortId}/trial-message";

    [Function(nameof(ShowTrialMessage))]
    public Task<IActionResult> ShowTrialMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        visits.ForLeadAsync(request, cohortId, reader => Task.FromResult<IActionResult>(Page(new(reader, "", "", null, null))));

    [Function(nameof(TakeTrialMessage))]
    public Task<IActionResult> TakeTrialMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId) =>
        visits.ForLeadAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var posted = await TrialForm.ReadAsync(request, options.Value.MaxBodyBytes);
            if (FormProvider.Services.FirstOrDefault(service => service.Name == posted.Provider) is not { } provider)
                return Wrong(reader, posted, "trial.no-provider");
            if (posted.IsTooLong) return Wrong(reader, posted, "trial.too-long");
            var body = posted.IsLast ? await LastAsync(cohortId, provider, cancellation) : posted.Message;
            if (body is null or { Bytes.Length: 0 }) return Wrong(reader, posted, posted.IsLast ? "trial.no-last" : "trial.no-message");
            return Page(
                new(
                    reader,
                    provider.Name,
                    posted.IsLast ? "" : posted.Text,
                    null,
                    await trial.OfAsync(reader.Cohort, provider, body, cancellation)));
        });

    /// <summary>The one that came last of those that are kept.</summary>
    async Task<ReceivedBody?> LastAsync(string cohortId, FormProvider provider, CancellationToken cancellation)
    {
        var last = (await questions.MessagesAsync(cohortId, cancellation))
            .Where(message => message.Provider == provider.Name && !message.IsGone).MaxBy(message => message.ReceivedAt);
        return last is not null && await messages.FindAsync(cohortId, last.ApplicationId, cancellation) is { IsErased: false } kept
            ? kept.Body
            : null;
    }

    static HtmlPage Wrong(CommitteeReader reader, TrialForm posted, string problemKey) =>
        Page(new(reader, posted.Provider, posted.Text, problemKey, null), StatusCodes.Status422UnprocessableEntity);

    static HtmlPage Page(TrialModel model, int status = StatusCodes.Status200OK) => new(TrialPage.Create(model), status);
}
