using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Certificates;
using Ilnp.Intake;
using Ilnp.Mail.Ledger;
using Ilnp.Map;
using Ilnp.Programme;
using Ilnp.Surveys;
using Ilnp.Texts;
using Ilnp.Usage.Cost;

namespace Ilnp.Reports;

/// <summary>
/// Loads what a report speaks of, computes it and writes its page and its workbook. A few listings, whatever the size of the cohort.
/// </summary>
public sealed class ReportBuilder(
    CohortStore cohorts, PeopleStore people, GroupStore groups, ApplicationStore applications, DecisionStore decisions, MailLedger mails,
    CertificateStore certificates, RunningCosts costs, TextShelf texts, WorldMap map, ReportPage page, ReportStore store, TimeProvider time)
{
    readonly PageTexts words = texts.In(TextShelf.First);

    /// <summary>Builds the report from what is stored now and keeps it in <see cref="ReportStore"/>, in place of an earlier one.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="quotes">Whether people who agreed are quoted; without them it is the last one, and a page only.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<CohortReport> BuildAsync(string cohortId, bool quotes = true, CancellationToken cancellation = default)
    {
        var facts = await LoadAsync(cohortId, cancellation);
        var report = ReportRules.Compute(await WithCostAsync(facts, cancellation), words, map.NameOf);
        if (quotes)
            await store.PutAsync(cohortId, await page.RenderAsync(report), ReportWorkbook.Write(report, facts, words), cancellation);
        else await store.PutWithoutQuotesAsync(cohortId, await page.RenderAsync(report with { Comments = [] }), cancellation);
        return report;
    }

    async Task<ReportFacts> LoadAsync(string cohortId, CancellationToken cancellation = default)
    {
        var cohort = await cohorts.GetAsync(cohortId, cancellation);
        return new()
        {
            Cohort = cohort,
            AsOf = cohort.Today(time.GetUtcNow()),
            // Who was found to be somebody else's second application is not another person.
            People = [.. (await people.ListAsync(cohortId, cancellation)).Where(person => !person.Reasons.Contains(ReasonCode.Duplicate))],
            Groups = await groups.ListAsync(cohortId, cancellation),
            Submissions = (await applications.ListAsync(cohortId, cancellation)).Count,
            MidSurvey = Replies(await decisions.ListAsync(cohortId, MidSurveyForm.Form.DecisionPrefix(), cancellation)),
            FinalSurvey = Replies(await decisions.ListAsync(cohortId, FinalSurveyForm.Form.DecisionPrefix(), cancellation)),
            Pulses = await decisions.ListAsync(cohortId, $"{Pulse.Form}-", cancellation),
            MailsByTemplate = (await mails.ListAsync(cohortId, cancellation: cancellation))
                .Where(mail => mail.Status is MailStatus.Sent or MailStatus.Delivered or MailStatus.Bounced or MailStatus.Complained)
                .CountBy(mail => mail.Template).ToDictionary(),
            Certificates = (await certificates.ListAsync(cohortId, cancellation)).Count,
        };
    }

    async Task<ReportFacts> WithCostAsync(ReportFacts facts, CancellationToken cancellation)
    {
        var (from, until) = ReportRules.DaysOf(facts.Cohort, facts.AsOf);
        return facts with
        {
            Cost = await costs.OfAsync(from, until, facts.Submissions, facts.MailsByTemplate.Values.Sum(), cancellation),
            Others = ReportRules.OthersBeside(facts.Cohort, await cohorts.ListAsync(cancellation)),
        };
    }

    static SurveyReplies Replies(IReadOnlyList<Decision> asked) =>
        new(
            asked.Count,
            [.. asked.Where(decision => decision.Answers is not null)
                .Select(decision => new SurveyReply(decision.SubjectId, decision.Answers!))]);
}
