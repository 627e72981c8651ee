using Ilnp.Forms;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Approvals;

/// <summary>
/// The one gate of all links that decide. Mail scanners follow links, so looking changes nothing: only a posted form with a
/// choice in it decides. The token is the permission; nobody signs in.
/// </summary>
public sealed class DecisionGate(DecisionVisits visits, DecisionPages pages, DecisionPosts posts, FreshLinks freshLinks)
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
        if (await visits.OpenAsync(request, token) is not { } visit) return pages.Unknown(request);
        if (visit.Refusing is { } cohort) return pages.NotTheirs(visit.Decision, cohort);
        if (visit.IsExpired)
            return request.Query.ContainsKey(Sent)
                ? pages.Sent(request, visit.Subject)
                : pages.Expired(request, visit.Decision, visit.Subject);
        return await pages.OfAsync(request, visit);
    }

    [Function(nameof(TakeDecision))]
    public async Task<IActionResult> TakeDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client)
    {
        if (await visits.OpenAsync(request, token) is not { } visit) return pages.Unknown(request);
        if (visit.Refusing is { } cohort) return pages.NotTheirs(visit.Decision, cohort);
        var posted = await PostedForm.ReadAsync(request);
        if (!visit.IsExpired) return await posts.TakeAsync(request, visit, posted, client);
        if (!posted.ContainsKey(Fresh) || pages.IsOver(visit.Decision)) return pages.Expired(request, visit.Decision, visit.Subject);
        await freshLinks.SendAsync(visit.Read, visit.Subject, request.HttpContext.RequestAborted);
        return new SeeOther($"{request.Path}{visit.Wish(request).Add(Sent, "1")}");
    }
}
