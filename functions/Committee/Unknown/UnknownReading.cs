using Ilnp.Intake;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Committee.Unknown;

/// <summary>Gathers what was not understood, by keys: what is understood costs nothing.</summary>
public sealed class UnknownReading(
    IntakeProblemStore problems, MeaningStore meanings, PeopleStore people, ApplicationStore applications, UnreadMessages messages)
{
    const int AtOnce = 16;

    /// <summary>People who are read one by one; of more, everybody is read.</summary>
    const int Few = 64;

    /// <summary>All words of the cohort.</summary>
    public async Task<IReadOnlyList<UnclearGroup>> WordsAsync(string cohortId, CancellationToken cancellation)
    {
        var (found, said) = (problems.ListAsync(cohortId, ProblemIds.Unclear, cancellation), meanings.ListAsync(cohortId, cancellation));
        return UnclearGroup.Of(await found, await said);
    }

    /// <summary>One word; null when nobody's answers have it.</summary>
    public async Task<UnclearGroup?> WordAsync(string cohortId, string wordId, CancellationToken cancellation)
    {
        var (found, said) = (
            problems.ListAsync(cohortId, ProblemIds.OfWord(wordId), cancellation), meanings.FindAsync(cohortId, wordId, cancellation));
        return UnclearGroup.Of(await found, await said is { } meaning ? [meaning] : []) is [var only, ..] ? only : null;
    }

    /// <summary>The first who wrote a word, as they are now.</summary>
    public async Task<IReadOnlyList<UnclearPerson>> PeopleAsync(IEnumerable<IntakeProblem> found, int most, CancellationToken cancellation)
    {
        var asked = found.Where(problem => problem.PersonId is not null).DistinctBy(problem => problem.PersonId).Take(most).ToArray();
        if (asked.Length > Few) return await AmongAllAsync(asked, cancellation);
        var known = new UnclearPerson?[asked.Length];
        await Parallel.ForAsync(
            0,
            asked.Length,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (index, stop) =>
            {
                var problem = asked[index];
                if (await people.FindAsync(problem.CohortId, problem.PersonId!, stop) is { IsErased: false } person)
                    known[index] = new(person, problem);
            });
        return [.. known.OfType<UnclearPerson>()];
    }

    async Task<IReadOnlyList<UnclearPerson>> AmongAllAsync(IReadOnlyList<IntakeProblem> asked, CancellationToken cancellation)
    {
        var everybody = (await people.ListAsync(asked[0].CohortId, cancellation)).ToDictionary(person => person.PersonId);
        return [.. asked.Where(problem => everybody.TryGetValue(problem.PersonId!, out var person) && !person.IsErased)
            .Select(problem => new UnclearPerson(everybody[problem.PersonId!], problem))];
    }

    /// <summary>Those who gave no country, and are held back by it.</summary>
    public async Task<IReadOnlyList<UnclearPerson>> WithoutCountryAsync(string cohortId, CancellationToken cancellation) =>
        [.. (await PeopleAsync(await problems.ListAsync(cohortId, ProblemIds.Country, cancellation), int.MaxValue, cancellation))
            .Where(one => one.Waits)];

    /// <summary>Applications that nobody can be written to for.</summary>
    public Task<IReadOnlyList<IntakeProblem>> AddressesAsync(string cohortId, CancellationToken cancellation) =>
        problems.ListAsync(cohortId, ProblemIds.Address, cancellation);

    /// <summary>Such an application, with what was wrong with its address; null when it has one that is taken in.</summary>
    public async Task<(Application Application, IntakeProblem Problem)?> AddressAsync(
        string cohortId, string applicationId, CancellationToken cancellation) =>
        await problems.FindAsync(cohortId, ProblemIds.Address + applicationId, cancellation) is { } problem
        && await applications.FindAsync(
            cohortId, applicationId, cancellation) is { Outcome: ApplicationOutcome.Unreachable, Answers: not null } application
            ? (application, problem) : null;

    public Task<IReadOnlyList<IntakeProblem>> MessagesAsync(string cohortId, CancellationToken cancellation) =>
        messages.ListAsync(cohortId, cancellation);
}
