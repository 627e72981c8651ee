using Ilnp.Approvals;
using Ilnp.Committee.Groups;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Overview;

/// <summary>The committee's overview of a cohort.</summary>
public sealed class OverviewPages(CommitteePages committee, CohortOverviews overviews, DecisionLinks links)
{
    [Function(nameof(ShowOverview))]
    public Task<IActionResult> ShowOverview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}")] HttpRequest request, string cohortId,
        [DurableClient] DurableTaskClient client) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var overview = await overviews.ReadAsync(reader, client, cancellation);
            var rows = GroupRow.Of(reader, overview.Groups, overview.People);
            var own = overview.Waiting.Where(open => open.IsOwn).Select(open => open.Decision)
                .Concat(overview.Stopped.Select(row => row.Own).OfType<Decision>())
                .ToDictionary(decision => decision.DecisionId, links.Address);
            return new HtmlPage(OverviewPage.Create(new(reader, overview, rows, own)));
        });
}
