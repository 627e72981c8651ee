using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>Answers that were not understood and can be settled on one page.</summary>
/// <param name="Answers">Words, each once whoever wrote it; addresses; messages.</param>
/// <param name="HeldBack">People who wait for it.</param>
/// <param name="Questions">Questions of forms that nothing reads, and that nobody has looked at.</param>
public sealed record UnclearNow(int Answers, int HeldBack, int Questions = 0)
{
    public static UnclearNow Of(IReadOnlyList<IntakeProblem> problems, IEnumerable<Person> people)
    {
        var held = people.Where(person => person.Standing == Standing.HeldBack && person.Reasons.Contains(ReasonCode.UnknownCountry))
            .Select(person => person.ApplicationId).ToHashSet();
        var open = problems.Where(problem => problem.IsOpen && problem.ApplicationId is not null).ToList();
        return new(
            open.Select(problem => problem.WordId ?? (IsSettledThere(problem, held) ? problem.ProblemId : null))
                .OfType<string>().Distinct().Count(),
            held.Count,
            problems.Count(problem => problem.IsOpen && problem.ProblemId.StartsWith(ProblemIds.Question, StringComparison.Ordinal)));
    }

    static bool IsSettledThere(IntakeProblem problem, HashSet<string?> held) =>
        problem.ProblemId.StartsWith(ProblemIds.Address, StringComparison.Ordinal)
        || problem.ProblemId.StartsWith(ProblemIds.Message, StringComparison.Ordinal)
        || (problem.ProblemId.StartsWith(ProblemIds.Country, StringComparison.Ordinal) && held.Contains(problem.ApplicationId));
}
