using Ilnp.Committee.Overview;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.HandOver;

/// <summary>What the next committee needs: a page for leads, and the same as a file for whoever has the function key.</summary>
public sealed class HandOverPages(
    CommitteePages committee, CohortStore cohorts, CohortOverviews overviews, SecretsInUse secrets, TextShelf texts, TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/hand-over";

    [Function(nameof(ShowHandOver))]
    public Task<IActionResult> ShowHandOver(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string cohortId,
        [DurableClient] DurableTaskClient client) =>
        committee.OpenForLeadAsync(
            request, cohortId, new("hand-over.leads.title", "hand-over.leads.text", "", "overview.title"),
            async reader => new HtmlPage(HandOverPage.Create(await ReadAsync(reader, client, request.HttpContext.RequestAborted))));

    /// <summary>
    /// <c>POST /cohorts/{cohortId}/hand-over</c> with a function key: where nobody of the committee is left who could sign in.
    /// </summary>
    [Function(nameof(WriteHandOver))]
    public async Task<IActionResult> WriteHandOver(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        string cohortId,
        [DurableClient] DurableTaskClient client)
    {
        if (await cohorts.FindAsync(cohortId, request.HttpContext.RequestAborted) is not { } cohort)
            return new NotFoundObjectResult(new { problem = $"There is no cohort '{cohortId}'." });
        var reader = new CommitteeReader(cohort, cohort.Leads.First(), texts.In(TextShelf.First));
        request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename={cohortId}-hand-over.html";
        return new HtmlPage(HandOverPage.Create(await ReadAsync(reader, client, request.HttpContext.RequestAborted)));
    }

    async Task<HandOverModel> ReadAsync(CommitteeReader reader, DurableTaskClient client, CancellationToken cancellation) =>
        new(reader, time.GetUtcNow(), await overviews.ReadAsync(reader, client, cancellation), secrets.List());
}
