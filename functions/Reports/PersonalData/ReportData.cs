using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Reports.PersonalData;

/// <summary>
/// Words that somebody agreed to have quoted, with a name where they agreed to that, in the report's page and workbook: container
/// <c>reports</c>. Erasure writes the report anew without them; its figures count everybody still.
/// </summary>
sealed class ReportData(ReportStore reports, ReportBuilder builder, ReportAnew anew) : IPersonalData
{
    public static readonly HeldData Held = new("report", ErasureTurn.Summaries, "container reports");

    public HeldData What => Held;

    /// <summary>The words are listed where they were said.</summary>
    public Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Holding>>([]);

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) => anew.ChangedAsync(who.CohortId, cancellation);

    /// <summary>The figures stay for good, and nobody's words.</summary>
    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
    {
        if (!await reports.HasQuotesAsync(cohortId, cancellation)) return 0;
        await builder.BuildAsync(cohortId, quotes: false, cancellation);
        return 1;
    }
}
