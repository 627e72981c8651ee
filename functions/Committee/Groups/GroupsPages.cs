using Ilnp.Care.Weeks;
using Ilnp.Committee.Lists;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Groups;

/// <summary>The list of a cohort's groups, as a page or as a file.</summary>
public sealed class GroupsPages(CommitteePages committee, PeopleStore people, GroupStore groups, GroupNeeds needs)
{
    [Function(nameof(ShowGroups))]
    public Task<IActionResult> ShowGroups(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/groups")] HttpRequest request,
        string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var (everybody, all) = (people.ListAsync(cohortId, cancellation), groups.ListAsync(cohortId, cancellation));
            var week = await needs.ReadAsync(reader.Cohort, RunningAsync(all), cancellation);
            var formed = (await all).Where(group => group.Status != GroupStatus.Proposed);
            var (filter, rows) = (GroupFilter.Of(name => request.Query[name].ToString()), GroupRow.Of(reader, formed, await everybody));
            var why = week.NeedAWord.ToDictionary(need => need.Group.GroupId, need => need.Why);
            if (ListFile.Format(request) is { } format)
                return ListFile.Of(
                    $"{cohortId}-groups",
                    format,
                    GroupsSheet.Of(filter.Apply(rows, why.ContainsKey), await everybody, reader.Cohort, reader.Texts));
            return new HtmlPage(GroupsPage.Create(GroupsModel.Of(reader, filter, rows, why, request.Query[PageLinks.Page].ToString())));
        });

    static async Task<IReadOnlyList<Group>> RunningAsync(Task<IReadOnlyList<Group>> all) =>
        [.. (await all).Where(group => group.Status == GroupStatus.Active)];
}
