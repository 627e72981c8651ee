using Ilnp.Committee.Acts;
using Ilnp.Committee.Calendars;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Members;

/// <summary>The committee of a cohort, as every member of it sees it; leads change it from here.</summary>
public sealed class CommitteeListPages(CommitteePages committee, CommitteeFiles files, CalendarLinks calendars)
{
    [Function(nameof(ShowCommittee))]
    public Task<IActionResult> ShowCommittee(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/committee")] HttpRequest request,
        string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var file = await files.ReadAsync(reader, request.HttpContext.RequestAborted);
            var done = request.Query[ActAddress.Done].ToString();
            return new HtmlPage(
                CommitteeListPage.Create(
                    new(
                        file,
                        done.Length == 0 ? null : file.Acts.LastOrDefault(act => act.Press == done && act.IsDone),
                        calendars.Of(reader.Cohort, reader.Member))));
        });
}
