using System.Globalization;
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

    /// <summary>Notes them; one noted before is written again the same.</summary>
    public Task PutAsync(string cohortId, IReadOnlyList<IntakeProblem> found, CancellationToken cancellation = default) =>
        found.Count == 0 ? Task.CompletedTask : problems.PutManyAsync(cohortId, found.Select(problem => (problem.ProblemId, problem)), cancellation);

    public Task DeleteAsync(string cohortId, IEnumerable<string> problemIds, CancellationToken cancellation = default) =>
        problems.DeleteManyAsync(cohortId, problemIds, cancellation);

    /// <summary>Changes what they say.</summary>
    public Task UpdateWordsAsync(string cohortId, Func<string, string> change, CancellationToken cancellation = default) => problems.UpdateAllAsync(
        cohortId, problem => change(problem.Words) is var words && words != problem.Words ? problem with { Words = words } : problem, cancellation: cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) => problems.DeleteFirstAsync(cohortId, most, cancellation);

    /// <summary>Notes something about a form or file once; the first time counts.</summary>
    public Task NoteOnceAsync(IntakeProblem problem, CancellationToken cancellation = default) =>
        problems.TryAddAsync(problem.CohortId, problem.ProblemId, problem, cancellation);

    /// <summary>Id of the nth problem of an application.</summary>
    public static string IdOf(string applicationId, int index) => string.Create(CultureInfo.InvariantCulture, $"{applicationId}-{index:00}");
}
