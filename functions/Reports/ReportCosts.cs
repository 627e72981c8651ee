using Ilnp.Programme;
using Ilnp.Usage.Cost;

namespace Ilnp.Reports;

/// <summary>What the app's running cost in the days of a report, and which other cohorts shared them.</summary>
public sealed class ReportCosts(RunningCosts costs, CohortStore cohorts)
{
    internal async Task<ReportFacts> AddedToAsync(ReportFacts facts, CancellationToken cancellation)
    {
        var (from, until) = ReportRules.DaysOf(facts.Cohort, facts.AsOf);
        return facts with
        {
            Cost = await costs.OfAsync(from, until, facts.Submissions, facts.MailsByTemplate.Values.Sum(), cancellation),
            Others = ReportRules.OthersBeside(facts.Cohort, await cohorts.ListAsync(cancellation)),
        };
    }
}
