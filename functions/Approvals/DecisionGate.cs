using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Approvals;

/// <summary>
/// The one gate of all links that decide. Mail scanners follow links, so looking changes nothing: only a posted form with a
/// choice in it decides. The token is the permission; nobody signs in.
/// </summary>
public sealed class DecisionGate(
    DecisionStore store, DecisionTokens tokens, DecisionSubjects subjects, DecisionRecorder recorder, DecisionPages pages,
    FreshLinks freshLinks, FormCatalogue forms, TimeProvider time)
{
    const string Route = "d/{token}";

    /// <summary>Name of the button that asks for a fresh link.</summary>
    public const string Fresh = "fresh";

    /// <summary>In the address of the page that says that it was mailed.</summary>
    const string Sent = "sent";

    [Function(nameof(ShowDecision))]
    public async Task<IActionResult> ShowDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token)
    {
        if (await FindAsync(token, request.HttpContext.RequestAborted) is not { } found) return pages.Unknown();
        if (found.IsExpired) return request.Query.ContainsKey(Sent) ? pages.Sent(found.Subject) : pages.Expired(found.Subject);
        return pages.Of(found.Read.Value, found.Subject);
    }

    /// <summary>A valid answer leads back to the page by GET, so that going back or reloading posts nothing again.</summary>
    [Function(nameof(TakeDecision))]
    public async Task<IActionResult> TakeDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await FindAsync(token, cancellation) is not { } found) return pages.Unknown();
        var posted = await PostedForm.ReadAsync(request);
        if (found.IsExpired)
        {
            if (!posted.ContainsKey(Fresh)) return pages.Expired(found.Subject);
            await freshLinks.SendAsync(found.Read, found.Subject, cancellation);
            return new SeeOther($"{request.Path}?{Sent}=1");
        }

        var (decision, form) = (found.Read.Value, forms.Get(found.Read.Value.Request.Form));
        if (DecisionRules.IsOpen(decision, time.GetUtcNow()))
        {
            var reading = form.Read(posted);
            if (!reading.IsValid) return pages.Wrong(decision, found.Subject, reading);
            await recorder.RecordAsync(found.Read, reading.Answers, form.ChoiceOf(reading.Answers), client, cancellation);
        }

        return new SeeOther(request.Path);
    }

    /// <summary>The decision that a token opens; a link that was replaced by a fresh one counts as expired.</summary>
    async Task<Found?> FindAsync(string token, CancellationToken cancellation)
    {
        if (tokens.Read(token, time.GetUtcNow()) is not { } reading) return null;
        if (await store.ReadAsync(reading.CohortId, reading.DecisionId, cancellation) is not { } read) return null;
        if (await subjects.OfVisitAsync(read.Value.Request, cancellation) is not { } subject) return null;
        return new(read, subject, reading.IsExpired || !DecisionTokens.IsLatest(read.Value, token));
    }

    sealed record Found(Stored<Decision> Read, DecisionSubject Subject, bool IsExpired);
}
