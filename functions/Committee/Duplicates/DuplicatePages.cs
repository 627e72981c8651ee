using Ilnp.Committee.Lists;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Duplicates;

/// <summary>Who may have applied under two addresses, with what each has told us side by side; leads only.</summary>
public sealed class DuplicatePages(CommitteePages committee, DuplicateReading reading)
{
    /// <summary>Below the cohort's own path.</summary>
    public const string Below = "/duplicates";

    [Function(nameof(ShowDuplicates))]
    public Task<IActionResult> ShowDuplicates(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}" + Below)] HttpRequest request,
        string cohortId) =>
        committee.OpenForLeadAsync(
            request, cohortId, new("duplicates.leads.title", "duplicates.leads.text", "/people", "people.title"), async reader =>
            {
                var pairs = await reading.ListAsync(reader, request.HttpContext.RequestAborted);
                return new HtmlPage(DuplicatesPage.Create(
                    new(reader, ListPages.Of(pairs, request.Query[PageLinks.Page], size: 10))));
            });
}

/// <summary>The page of possible duplicates.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Pairs">A page of them, those that are open first.</param>
public sealed record DuplicatesModel(CommitteeReader Reader, ListPage<ComparedPair> Pairs);
