using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Drafts;

/// <summary>Where the first draft begins.</summary>
public sealed class FirstCohort(FirstDraft firstDraft)
{
    /// <summary>
    /// <c>POST /first-cohort</c> with a function key: where there is no committee yet that could sign in. Answers
    /// with a link that opens an empty draft once.
    /// </summary>
    [Function(nameof(PrepareFirstCohort))]
    public async Task<IActionResult> PrepareFirstCohort(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "first-cohort")] HttpRequest request) =>
        new OkObjectResult(new { open = await firstDraft.LinkAsync(request.HttpContext.RequestAborted) });
}
