using Ilnp.Committee.Lists;
using Ilnp.Committee.People.Actions;
using Ilnp.Committee.People.Bulk;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.People;

/// <summary>The list of a cohort's people, as a page or as a file.</summary>
public sealed class PeoplePages(CommitteePages committee, PeopleReading people, IEnumerable<PersonAction> actions, TimeProvider time)
{
    [Function(nameof(ShowPeople))]
    public Task<IActionResult> ShowPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/people")] HttpRequest request,
        string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var found = await people.FindAsync(
                cohortId, PeopleFilter.Of(name => request.Query[name].ToString()), request.HttpContext.RequestAborted);
            if (ListFile.Format(request) is { } format)
                return ListFile.Of(
                    $"{cohortId}-people", format, PeopleSheet.Of(found.People, found.Groups, reader.Cohort, reader.Texts));
            var mayAct = BulkRules.MayActOnSome(reader, found.Groups, time.GetUtcNow());
            return new HtmlPage(PeoplePage.Create(PeopleModel.Of(
                reader, found, [.. actions.Where(action => mayAct && action.IsForMany)], request.Query[PageLinks.Page].ToString())));
        });
}
