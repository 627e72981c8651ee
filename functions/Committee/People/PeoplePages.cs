using Ilnp.Approvals;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.People;

/// <summary>The list of a cohort's people.</summary>
public sealed class PeoplePages(CommitteePages committee, PeopleStore people, GroupStore groups, DecisionStore decisions, TimeProvider time)
{
    [Function(nameof(ShowPeople))]
    public Task<IActionResult> ShowPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/people")] HttpRequest request, string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var (cancellation, filter) = (request.HttpContext.RequestAborted, PeopleFilter.Of(name => request.Query[name].ToString()));
            var (everybody, formed, asked) = (
                people.ListAsync(cohortId, cancellation), groups.ListAsync(cohortId, cancellation),
                filter.NeedsAnswers ? decisions.ListAsync(cohortId, cancellation: cancellation) : Task.FromResult<IReadOnlyList<Decision>>([]));
            var found = filter.Apply(await everybody, await formed, await asked, time.GetUtcNow());
            return new HtmlPage(PeoplePage.Create(PeopleModel.Of(reader, filter, await everybody, found, request.Query[Lists.PageLinks.Page].ToString())));
        });
}
