using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Sharing;

/// <summary>Which files are in the shared drive and how current they are, for leads; a press brings them up to date.</summary>
public sealed class SharingPages(CommitteePages committee, SharedFiles files, SharedFileStore store)
{
    const string Route = "cohorts/{cohortId}/shared";

    const string Done = "done";

    static readonly ForLeads Others = new("shared.leads.title", "shared.leads.text", "", "overview.title");

    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/shared";

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowShared))]
    public Task<IActionResult> ShowShared(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenForLeadAsync(request, cohortId, Others, async reader => new HtmlPage(SharedPage.Create(new(
            reader, files.IsOn, await store.ListAsync(cohortId, request.HttpContext.RequestAborted), request.Query.ContainsKey(Done)))));

    /// <summary>Writes what changed now; the same as the next turn of the clock would.</summary>
    [Function(nameof(ShareNow))]
    public Task<IActionResult> ShareNow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenForLeadAsync(request, cohortId, Others, async reader =>
        {
            await files.ShareAsync(reader.Cohort, request.HttpContext.RequestAborted);
            return new SeeOther($"{PathOf(cohortId)}?{Done}=1");
        });
}

/// <summary>The page of the shared files.</summary>
/// <param name="Reader">A lead.</param>
/// <param name="IsOn">Whether there is a drive.</param>
/// <param name="Files">Written, or tried, before.</param>
/// <param name="IsDone">Whether they were just brought up to date.</param>
public sealed record SharedModel(CommitteeReader Reader, bool IsOn, IReadOnlyList<SharedFile> Files, bool IsDone)
{
    /// <summary>Key of what a file is called.</summary>
    public static string KeyOf(SharedFile file) => $"shared.file.{Path.GetFileNameWithoutExtension(file.Name)}";

    public bool HasProblem => Files.Any(file => file.Problem is not null);
}
