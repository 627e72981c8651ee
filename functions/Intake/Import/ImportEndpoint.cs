using Ilnp.Intake.Answers;
using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake.Import;

/// <summary>
/// <c>POST /cohorts/{cohort}/applications</c> with a form's CSV or .xlsx export as body, or as the one file of a
/// posted form; protected by a function key.
/// </summary>
public sealed class ImportEndpoint(Imports imports, CohortStore cohorts, IOptions<IntakeOptions> options, IOptions<WebOptions> web)
{
    /// <returns>
    /// 202 with the number of rows, the instance whose output will be the receipt, and what is wrong with the file as a whole:
    /// missing columns do not stop the rest. What leads said about columns on the preview counts here too.
    /// <c>?dayFirst=true</c> or <c>false</c> says how the file writes dates, when it does not show it; <c>?yearFirst=true</c>
    /// that years of two digits stand first. 400 when there is nothing to read, no column is known, or a form holds anything
    /// but one file, 404 without the cohort, 413 when it is too long.
    /// </returns>
    [Function(nameof(ImportApplications))]
    public async Task<IActionResult> ImportApplications(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cohorts/{cohortId}/applications")] HttpRequest request,
        string cohortId, [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await cohorts.FindAsync(cohortId, cancellation) is not { } cohort)
            return new NotFoundObjectResult(new { problems = new[] { "There is no such cohort." } });
        var sent = await SentFile.ReadAsync(request, options.Value.MaxFileBytes, (Address(cohortId, "applications"), "answers.csv"));
        if (sent.Bytes is not { } body) return new ObjectResult(new { problems = new[] { sent.Refusal } }) { StatusCode = sent.Status };
        var read = await imports.ReadAsync(cohort, body, OrderOf(request.Query), wished: null, cancellation);
        if (!read.CanBeImported)
            return new BadRequestObjectResult(new { problems = read.HasRows ? [.. read.Problems, WhereToSay(cohortId)] : read.Problems });
        await imports.BeginAsync(client, cohort, read, cancellation);
        var begun = new { rows = read.Export.Rows.Count, problems = read.Problems, instanceId = read.InstanceId };
        return new AcceptedResult((string?)null, begun);
    }

    static DateOrder? OrderOf(IQueryCollection said) =>
        bool.TryParse(said["yearFirst"], out var year) && year ? DateOrder.YearFirst
        : bool.TryParse(said["dayFirst"], out var day) ? day ? DateOrder.DayFirst : DateOrder.MonthFirst
        : null;

    string WhereToSay(string cohortId) =>
        $"A lead can choose the file at {Address(cohortId, "import")} and say there what each column is; the next file with these "
            + "headings is then read here too.";

    Uri Address(string cohortId, string what) => new(web.Value.BaseAddress, $"cohorts/{cohortId}/{what}");

    /// <summary>The same file read in another way is another import.</summary>
    internal static string InstanceId(ImportFile file) =>
        $"import-{file.CohortId}-{file.FileId}" + (file.Order switch
        {
            DateOrder.YearFirst => "-year",
            DateOrder.DayFirst => "-day",
            DateOrder.MonthFirst => "-month",
            _ => ""
        });
}
