using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Intake;

/// <summary>What the committee should know of what came in: table <c>IntakeProblems</c>, partition cohort, row problem.</summary>
public sealed class IntakeProblemStore(TableServiceClient service)
{
    readonly RecordTable<IntakeProblem> problems = new(service, "IntakeProblems");

    /// <summary>All of the cohort, those about forms and files first, then by row.</summary>
    public async Task<IReadOnlyList<IntakeProblem>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await problems.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)
            .OrderBy(problem => problem.ApplicationId is null ? 0 : 1)
            .ThenBy(problem => problem.Row ?? int.MaxValue)
            .ThenBy(problem => problem.ProblemId, StringComparer.Ordinal)];

    /// <summary>Those whose ids begin so, the first found first.</summary>
    internal async Task<IReadOnlyList<IntakeProblem>> ListAsync(string cohortId, string prefix, CancellationToken cancellation) =>
        [.. (await problems.ListAsync(cohortId, prefix, cancellation)).Select(stored => stored.Value)
            .OrderBy(problem => problem.FoundAt).ThenBy(problem => problem.ProblemId, StringComparer.Ordinal)];

    public async Task<IntakeProblem?> FindAsync(string cohortId, string problemId, CancellationToken cancellation) =>
        (await problems.FindAsync(cohortId, problemId, cancellation))?.Value;

    /// <summary>Changes one; null when it is not there any more.</summary>
    public Task<IntakeProblem?> UpdateAsync(
        string cohortId, string problemId, Func<IntakeProblem, IntakeProblem> change, CancellationToken cancellation) =>
        problems.UpdateAsync(cohortId, problemId, change, cancellation);

    /// <summary>Notes them; one noted before is written again the same.</summary>
    public Task PutAsync(string cohortId, IReadOnlyList<IntakeProblem> found, CancellationToken cancellation = default) =>
        found.Count == 0
            ? Task.CompletedTask
            : problems.PutManyAsync(cohortId, found.Select(problem => (problem.ProblemId, problem)), cancellation);

    public Task DeleteAsync(string cohortId, IEnumerable<string> problemIds, CancellationToken cancellation = default) =>
        problems.DeleteManyAsync(cohortId, problemIds, cancellation);

    /// <summary>Changes what they say.</summary>
    public Task UpdateWordsAsync(string cohortId, Func<string, string> change, CancellationToken cancellation = default) =>
        problems.UpdateAllAsync(
            cohortId,
            problem =>
                problem with
                {
                    Words = change(problem.Words),
                    Word = problem.Word is { } word ? word with { Spelling = change(word.Spelling) } : null,
                },
            cancellation: cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        problems.DeleteFirstAsync(cohortId, most, cancellation);

    /// <summary>Notes something about a form or file once; the first time counts.</summary>
    public Task NoteOnceAsync(IntakeProblem problem, CancellationToken cancellation = default) =>
        problems.TryAddAsync(problem.CohortId, problem.ProblemId, problem, cancellation);
}
