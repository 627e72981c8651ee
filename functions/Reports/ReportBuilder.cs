using Ilnp.Map;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>
/// Loads what a report speaks of, computes it and writes its page and its workbook. A few listings, whatever the size of the cohort.
/// </summary>
public sealed class ReportBuilder(
    CohortStore cohorts, ReportReading reading, ReportCosts costs, ReportFiles files, TextShelf texts, WorldMap map, TimeProvider time)
{
    readonly PageTexts words = texts.In(TextShelf.First);

    /// <summary>Builds the report from what is stored now and keeps it in <see cref="ReportStore"/>, in place of an earlier one.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="quotes">Whether people who agreed are quoted; without them it is the last one, and a page only.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<CohortReport> BuildAsync(string cohortId, bool quotes = true, CancellationToken cancellation = default)
    {
        var cohort = await cohorts.GetAsync(cohortId, cancellation);
        var facts = await reading.ReadAsync(cohort, cohort.Today(time.GetUtcNow()), cancellation);
        var report = ReportRules.Compute(await costs.AddedToAsync(facts, cancellation), words, map.NameOf);
        if (quotes) await files.KeepAsync(report, facts, words, cancellation);
        else await files.KeepWithoutQuotesAsync(cohortId, report, cancellation);
        return report;
    }
}
