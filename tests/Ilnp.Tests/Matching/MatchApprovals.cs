using System.Net;
using Ilnp.Approvals;
using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Matching;

/// <summary>A lead's link that decides about a proposal.</summary>
static class MatchApprovals
{
    /// <summary>As it is mailed.</summary>
    public static async Task<string> LinkAsync(WebHostFixture web, string cohort, int round)
    {
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var question = MatchApprovalForm.Question(settings, new(cohort, round, 0, "none"), settings.Leads.First(), 20, 9);
        return (await web.Get<DecisionLinks>().OpenAsync(question)).PathAndQuery;
    }

    /// <summary>What the page says after the answer.</summary>
    public static async Task<(HttpStatusCode Status, string Html)> AnswerAsync(
        WebHostFixture web, string cohort, int round, params (string Name, string Value)[] fields)
    {
        var link = await LinkAsync(web, cohort, round);
        using var answer = await web.Client.PostAsync(
            link, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return (
            answer.StatusCode,
            answer.StatusCode == HttpStatusCode.SeeOther
                ? await web.Client.GetStringAsync(link)
                : await answer.Content.ReadAsStringAsync());
    }

    public static Task<Decision?> DecisionAsync(WebHostFixture web, string cohort, int round) =>
        web.Get<DecisionStore>().FindAsync(cohort, MatchApprovalForm.DecisionId(round, "lead"));
}
