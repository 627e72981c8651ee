using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Intake.PersonalData;

/// <summary>What was not understood in somebody's answers, with a short piece of them: table <c>IntakeProblems</c>.</summary>
sealed class ProblemsData(IntakeProblemStore problems, ApplicationStore applications) : IPersonalData
{
    public static readonly HeldData Held = new("problems", ErasureTurn.Records, "table IntakeProblems");

    public HeldData What => Held;

    /// <summary>The leads are mailed all of them.</summary>
    public async Task<DataSubject> KnowAsync(DataSubject who, CancellationToken cancellation) =>
        who with { Quotes = [.. who.Quotes, .. (await OfAsync(who, cancellation)).Select(problem => problem.Words)] };

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
        [.. (await OfAsync(who, cancellation))
            .Select(problem => new Holding(problem, null, new HoldingLine(words["privacy.problems.words"], problem.Words)))];

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        await problems.DeleteAsync(who.CohortId, (await OfAsync(who, cancellation)).Select(problem => problem.ProblemId), cancellation);
        await problems.UpdateWordsAsync(who.CohortId, who.Redaction.Of, cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        problems.ForgetAsync(cohortId, most, cancellation);

    async Task<IEnumerable<IntakeProblem>> OfAsync(DataSubject who, CancellationToken cancellation)
    {
        var theirs = (await applications.OfPersonAsync(who.CohortId, who.PersonId, cancellation))
            .Select(application => application.ApplicationId).ToHashSet();
        return (await problems.ListAsync(who.CohortId, cancellation))
            .Where(problem => problem.ApplicationId is { } id && theirs.Contains(id));
    }
}
