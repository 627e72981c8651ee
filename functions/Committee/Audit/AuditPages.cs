using Ilnp.Committee.Lists;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Audit;

/// <summary>Who did what, for leads: the committee's acts and everything that was answered by a link.</summary>
public sealed class AuditPages(CommitteePages committee, AuditReading reading, TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/audit";

    [Function(nameof(ShowAudit))]
    public Task<IActionResult> ShowAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        ForLeadAsync(request, cohortId, async (reader, filter) => new HtmlPage(AuditPage.Create(new(
            reader,
            filter,
            await reading.PageAsync(reader, filter, request.Query[PageLinks.Page].ToString(), request.HttpContext.RequestAborted)))));

    /// <summary>All that the filter finds, as a CSV file.</summary>
    [Function(nameof(ShowAuditFile))]
    public Task<IActionResult> ShowAuditFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/file")] HttpRequest request, string cohortId) =>
        ForLeadAsync(request, cohortId, async (reader, filter) => new FileContentResult(
            AuditFile.Of(await reading.AllAsync(reader, filter, request.HttpContext.RequestAborted), reader.Cohort, reader.Texts),
            "text/csv; charset=utf-8")
        {
            FileDownloadName = $"{cohortId}-who-did-what.csv",
        });

    Task<IActionResult> ForLeadAsync(HttpRequest request, string cohortId, Func<CommitteeReader, AuditFilter, Task<IActionResult>> page) =>
        committee.OpenForLeadAsync(
            request, cohortId, new("audit.leads.title", "audit.leads.text", "", "overview.title"),
            reader => page(reader, AuditFilter.Of(name => request.Query[name].ToString(), reader.Cohort, time.GetUtcNow())));
}

/// <summary>The page of what was done.</summary>
/// <param name="Reader">A lead.</param>
/// <param name="Filter">What the lead looks for.</param>
/// <param name="Lines">A page of what was found, the latest first.</param>
public sealed record AuditModel(CommitteeReader Reader, AuditFilter Filter, ListPage<AuditLine> Lines)
{
    /// <summary>Of a cohort's page.</summary>
    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/audit";

    /// <summary>Of the file with all that was found.</summary>
    public string File =>
        $"{PathOf(Reader.Cohort.Id)}/file"
            + $"{QueryString.Create(Filter.Query.Select(part => KeyValuePair.Create<string, string?>(part.Key, part.Value)))}";
}
