using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake.PersonalData;

/// <summary>
/// Every application with its answers: table <c>Applications</c>. After erasure it says that one came,
/// so that it is known when it comes again.
/// </summary>
sealed class ApplicationsData(ApplicationStore applications, CohortStore cohorts) : IPersonalData
{
    public static readonly HeldData Held = new("applications", ErasureTurn.Words, "table Applications");

    public HeldData What => Held;

    public async Task<DataSubject> KnowAsync(DataSubject who, CancellationToken cancellation) =>
        (await applications.OfPersonAsync(who.CohortId, who.PersonId, cancellation))
            .Aggregate(who, (known, application) => known.Named(application.Answers?.Name, application.Answers?.Email));

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        return
        [
            .. (await applications.OfPersonAsync(who.CohortId, who.PersonId, cancellation)).OrderBy(application => application.AppliedAt)
                .Select(application =>
                    new Holding(application, DateText.At(application.AppliedAt, cohort, words.Language), [.. Lines(application, words)])),
        ];
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        foreach (var application in await applications.OfPersonAsync(who.CohortId, who.PersonId, cancellation))
            await applications.EraseAsync(application, cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        applications.ForgetAsync(cohortId, most, cancellation);

    static IEnumerable<HoldingLine> Lines(Application application, PageTexts words) =>
        (application.Answers is { } answers ? ApplicationSummary.Lines(answers, words) : [])
            .Select(line => new HoldingLine(words[line.LabelKey], line.Value))
            .Append(
                new(
                    words["privacy.applications.outcome"],
                    words[$"privacy.applications.{application.Outcome.ToString().ToLowerInvariant()}"]))
            .Concat(application.Consent is { } version ? [new HoldingLine(words["privacy.applications.consent"], version)] : []);
}
