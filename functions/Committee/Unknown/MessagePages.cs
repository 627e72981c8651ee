using System.Text;
using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Intake.Understanding;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Unknown;

/// <summary>A message that could not be read, as it came; read again by a press, or put aside.</summary>
public sealed class MessagePages(UnknownVisits visits, UnreadMessages messages)
{
    const string Route = "cohorts/{cohortId}/unknown/messages/{applicationId}";

    /// <summary>Names of the acts, which the buttons send.</summary>
    public const string Do = "do", ReadAgain = "read-again", Seen = "seen";

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowUnreadMessage))]
    public Task<IActionResult> ShowUnreadMessage(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId, string applicationId) =>
        ForMessageAsync(request, cohortId, applicationId, async (reader, message) => new HtmlPage(MessagePage.Create(new(
            reader, message, await messages.AsItCameAsync(cohortId, applicationId, request.HttpContext.RequestAborted),
            await visits.DoneAsync(reader, message.ProblemId, request.HttpContext.RequestAborted)))));

    [Function(nameof(TakeUnreadMessage))]
    public Task<IActionResult> TakeUnreadMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId, string applicationId,
        [DurableClient] DurableTaskClient client) =>
        ForMessageAsync(request, cohortId, applicationId, async (reader, message) =>
        {
            var (cancellation, list) = (request.HttpContext.RequestAborted, UnknownPaths.Of(cohortId));
            var act = (await PostedForm.ReadAsync(request)).GetValueOrDefault(Do) is [Seen] ? Seen : ReadAgain;
            var to = (UnknownPaths.OfMessage(cohortId, applicationId), list);
            return await visits.DoAsync(request, reader, (message.ProblemId, act, null), to, async now =>
            {
                if (act == Seen) return await messages.SeenAsync(message, reader.Member.Id, now, cancellation);
                await messages.ReadAgainAsync(client, message, PressId(request), cancellation);
                return true;
            });
        });

    /// <summary>As part of an id.</summary>
    static string PressId(HttpRequest request) => Programme.StableIds.Of(Encoding.UTF8.GetBytes(ActAddress.PressOf(request)));

    Task<IActionResult> ForMessageAsync(
        HttpRequest request, string cohortId, string applicationId, Func<CommitteeReader, IntakeProblem, Task<IActionResult>> act) =>
        visits.ForLeadAsync(request, cohortId, async reader =>
            await messages.FindAsync(cohortId, applicationId, request.HttpContext.RequestAborted) is { } message
                ? await act(reader, message)
                : UnknownVisits.Gone(reader));
}

/// <summary>The page of a message that could not be read.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Problem">Why it could not be read.</param>
/// <param name="Raw">As it came; null when it is not kept any more.</param>
/// <param name="Done">How often something was done about it.</param>
public sealed record MessageModel(CommitteeReader Reader, IntakeProblem Problem, RawMessage? Raw, int Done)
{
    /// <summary>Enough to see what it is.</summary>
    const int Shown = 20_000;

    public string Action { get; } = ActAddress.Pressed(UnknownPaths.OfMessage(Reader.Cohort.Id, Problem.ApplicationId!), "", Done);

    public string Text => Encoding.UTF8.GetString(Raw!.Body.Bytes) is var text && text.Length > Shown ? text[..Shown] + " …" : text;
}
