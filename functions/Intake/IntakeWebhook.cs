using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Stray;
using Ilnp.Orchestration;
using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake;

/// <summary>
/// <c>POST /hooks/{cohort}/{provider}</c>: form providers send applications here; a signature that covers the cohort protects it. Never
/// answers 404 or 410, since providers then switch the webhook off: 401 to what is not genuine, 202 with a note to what
/// is genuine and not needed.
/// </summary>
public sealed class IntakeWebhook(
    GenuineMessages messages, LongMessages tooLong, WebhookRoom room, SenderProofs proofs, IOptions<IntakeOptions> options,
    IntakeSignals signals, ILogger<IntakeWebhook> logger)
{
    /// <param name="request">The provider's message.</param>
    /// <param name="cohortId">The cohort applied to.</param>
    /// <param name="provider">The provider's name.</param>
    /// <param name="secret">For providers that cannot sign.</param>
    /// <param name="client">Starts intake's orchestration.</param>
    /// <returns>202, or 401, or 413 when the message is too long, or 429 when too many come at once, or 503 when storage is
    /// away: then it should be sent again.</returns>
    [CalledByServices]
    [Function(nameof(ReceiveApplication))]
    public async Task<IActionResult> ReceiveApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hooks/{cohortId}/{provider}/{secret?}")] HttpRequest request,
        string cohortId, string provider, string? secret, [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await LimitedBody.ReadAsync(request, options.Value.MaxBodyBytes, cancellation) is not { } body)
            return await TooLongAsync(cohortId, provider, cancellation);
        if (FormProvider.Find(provider) is not { Verify: not null } source) return Unknown(provider);
        var message = new UnprovenMessage(HeaderOf(request), new(body, request.ContentType ?? "application/json"), secret);
        return await room.TryAsync(() => ReceiveAsync(client, cohortId, source, message, cancellation)) ?? TooMany(request, source);
    }

    ObjectResult TooMany(HttpRequest request, FormProvider source)
    {
        signals.Refused(source.Name, "toomany");
        logger.LogWarning(
            "A message from {Provider} was asked to come again: {Most} were being taken in", source.Name, options.Value.MostMessagesAtOnce);
        request.HttpContext.Response.Headers.RetryAfter = $"{WebhookRoom.ComeAgainSeconds}";
        return new(new { note = "Too many messages come at once; nothing was kept of this one. Send it again." })
        {
            StatusCode = StatusCodes.Status429TooManyRequests,
        };
    }

    /// <summary>Storage that is away answers 503: the status after which providers go on trying for longest.</summary>
    async Task<IActionResult> ReceiveAsync(
        DurableTaskClient client, string cohortId, FormProvider source, UnprovenMessage message, CancellationToken cancellation)
    {
        try
        {
            var proof = await proofs.JudgeAsync(cohortId, source, message, cancellation);
            return proof.IsGenuine
                ? await AcceptAsync(client, cohortId, source, (message.Body, proof), cancellation)
                : Refused(source.Name, proof);
        }
        catch (TransientFailure e)
        {
            signals.Refused(source.Name, "away");
            logger.LogError(
                "A message from {Provider} could not be kept now: {Reason} The provider is asked to send it again",
                source.Name, e.Message);
            return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
    }

    async Task<IActionResult> AcceptAsync(
        DurableTaskClient client, string cohortId, FormProvider source,
        (ReceivedBody Body, Proof Proof) message, CancellationToken cancellation)
    {
        var acceptance = await messages.AcceptAsync(client, cohortId, source, message, cancellation);
        signals.Took(source, acceptance.Status);
        return new AcceptedResult((string?)null, new { status = acceptance.Status.ToString(), note = NoteOf(acceptance) });
    }

    static Func<string, string?> HeaderOf(HttpRequest request) => name => request.Headers[name] is [{ Length: > 0 } value] ? value : null;

    /// <summary>The route's words come from outside: they are not logged as they are.</summary>
    UnauthorizedObjectResult Unknown(string provider)
    {
        if (FormProvider.Find(provider) is null) logger.LogWarning("A message for an unknown form provider was refused");
        else logger.LogWarning("A message from {Provider} was refused: no webhook can claim to be it", FormProvider.Find(provider)!.Name);
        return Refused(provider, Proof.None);
    }

    UnauthorizedObjectResult Refused(string provider, Proof proof)
    {
        signals.Refused(provider, "refused");
        return new(new { note = proof.Note });
    }

    /// <summary>One line a day and provider at most, since anybody can send too much.</summary>
    async Task<IActionResult> TooLongAsync(string cohortId, string provider, CancellationToken cancellation)
    {
        signals.Refused(provider, "toolong");
        logger.LogWarning("A message of more than {Limit} bytes was refused", options.Value.MaxBodyBytes);
        if (FormProvider.Find(provider) is { } source) await tooLong.NoteAsync(cohortId, source, cancellation);
        return new ObjectResult(new { note = "The message is too long." }) { StatusCode = StatusCodes.Status413PayloadTooLarge };
    }

    static string? NoteOf(Acceptance acceptance) => acceptance.Status switch
    {
        AcceptanceStatus.AcceptedBefore => "This was received before.",
        AcceptanceStatus.Stray =>
            $"There is no round of this name. The message was kept for {StrayMessages.KeepDays} days, in which a round can take it in.",
        AcceptanceStatus.UnknownCohort =>
            "There is no round of this name, and as many messages as can be are kept for such; nothing was kept of this one.",
        _ => acceptance.Note,
    };
}
