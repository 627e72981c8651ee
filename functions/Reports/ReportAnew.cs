using Ilnp.Assignments;

namespace Ilnp.Reports;

/// <summary>A report that may quote people is written anew when a consent in it changes, as long as it may quote them.</summary>
sealed class ReportAnew(ReportStore reports, ReportBuilder builder) : IShowsAssignments
{
    public async Task ChangedAsync(string cohortId, CancellationToken cancellation)
    {
        if (await reports.HasQuotesAsync(cohortId, cancellation)) await builder.BuildAsync(cohortId, cancellation: cancellation);
    }
}
