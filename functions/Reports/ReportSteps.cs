using Ilnp.Mail.Holds;
using Ilnp.Mail.Quiet;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Reports;

/// <summary>The report, as orchestrations say it.</summary>
static class ReportSteps
{
    /// <summary>
    /// Page and workbook, then the mails that say where they are; not to participants where a lead holds it to its last moment.
    /// </summary>
    public static async Task Report(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var headline = await context.Do<ReportHeadline>(nameof(ReportActivities.BuildReport), plan.CohortId);
        await context.Do(nameof(ReportActivities.SendReportToCommittee), new ReportMail(plan.CohortId, headline));
        var readers = await context.Do<IReadOnlyList<string>>(nameof(ReportActivities.ListReportReaders), plan.CohortId);
        if (!await context.MayGo(plan.HoldsMailings, plan.CohortId, MailingNames.Report, readers.Count, isNews: true)) return;
        await context.WriteByDay(
            plan.IsQuietThroughout, new(plan.CohortId, readers), nameof(ReportActivities.SendReport),
            person => new ReportMail(plan.CohortId, headline) { PersonId = person });
    }
}

/// <summary>The figures that the mails about the report name.</summary>
/// <param name="Participants">People who were in a group.</param>
/// <param name="Countries">Their countries.</param>
/// <param name="Satisfied">Answers of 3 to 5 of 5.</param>
/// <param name="Rated">Answers to the question.</param>
public sealed record ReportHeadline(int Participants, int Countries, int Satisfied, int Rated);

/// <summary>The report is sent to the committee, or to one participant.</summary>
public sealed record ReportMail(string CohortId, ReportHeadline Headline)
{
    /// <summary>Null for the committee.</summary>
    public string? PersonId { get; init; }
}
