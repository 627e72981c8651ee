using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>A report as its page and its workbook.</summary>
public sealed class ReportFiles(ReportPage page, ReportStore store)
{
    internal async Task KeepAsync(CohortReport report, ReportFacts facts, PageTexts words, CancellationToken cancellation) =>
        await store.PutAsync(
            facts.Cohort.Id, await page.RenderAsync(report), ReportWorkbook.Write(report, facts, words), cancellation);

    internal async Task KeepWithoutQuotesAsync(string cohortId, CohortReport report, CancellationToken cancellation) =>
        await store.PutWithoutQuotesAsync(cohortId, await page.RenderAsync(report with { Comments = [] }), cancellation);
}
