using Ilnp.Approvals;
using Ilnp.Pages;
using Ilnp.Reports;
using Ilnp.Surveys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Surveys;

/// <summary>The surveys' results while they come in: shares with their numbers for the committee, what people wrote for leads.</summary>
public sealed class SurveyPages(CommitteePages committee, DecisionStore decisions)
{
    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/surveys";

    [Function(nameof(ShowSurveys))]
    public Task<IActionResult> ShowSurveys(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/surveys")] HttpRequest request,
        string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var (mid, final) = (ReadAsync(SurveyKind.Mid), ReadAsync(SurveyKind.Final));
            SurveySoFar?[] surveys =
                [SurveySoFar.Of(SurveyKind.Mid, await mid, reader), SurveySoFar.Of(SurveyKind.Final, await final, reader)];
            return new HtmlPage(SurveysPage.Create(new(reader, [.. surveys.OfType<SurveySoFar>()])));

            async Task<SurveyReplies> ReadAsync(SurveyKind kind) => SurveyReplies.Of(
                await decisions.ListAsync(cohortId, kind.Form().DecisionPrefix(), request.HttpContext.RequestAborted));
        });
}
