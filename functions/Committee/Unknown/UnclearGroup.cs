using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Committee.Unknown;

/// <summary>A word with everybody who wrote it.</summary>
/// <param name="WordId">Of the word: stays when a name in its spelling was erased.</param>
/// <param name="Word">As most wrote it.</param>
/// <param name="Found">Where, the first found first.</param>
/// <param name="Said">What the committee said of it last; null for nothing yet.</param>
public sealed record UnclearGroup(string WordId, UnclearWord Word, IReadOnlyList<IntakeProblem> Found, Meaning? Said)
{
    /// <summary>Whether nobody says what it means now.</summary>
    public bool IsOpen => Said is null or { IsTakenBack: true };

    /// <summary>How many wrote it; applications that nobody can be written to for are one each.</summary>
    public int Count => Found.Select(problem => problem.PersonId ?? problem.ApplicationId).Distinct().Count();

    /// <summary>Questions and fields in which it was read.</summary>
    public IReadOnlyList<(string Heading, ApplicationField Field)> Places =>
        [.. Found.Select(problem => (problem.Word!.Heading, problem.Word.Field)).Distinct()];

    /// <summary>Other ways in which it was written.</summary>
    public IReadOnlyList<string> Others =>
        [.. Found.Select(problem => problem.Word!.Spelling).Distinct().Where(spelling => spelling != Word.Spelling)];

    /// <summary>Groups of all problems with words, those that hold people back first, then the most frequent.</summary>
    public static IReadOnlyList<UnclearGroup> Of(IEnumerable<IntakeProblem> problems, IEnumerable<Meaning> meanings)
    {
        var said = meanings.ToDictionary(meaning => meaning.WordId);
        return
        [
            .. problems.Where(problem => problem.Word is not null).GroupBy(problem => problem.WordId!)
                .Select(group => new UnclearGroup(group.Key, Usual(group), [.. group], said.GetValueOrDefault(group.Key)))
                .OrderBy(group => group.Word.Kind).ThenByDescending(group => group.Count)
                .ThenBy(group => group.Word.Spelling, StringComparer.Ordinal),
        ];
    }

    static UnclearWord Usual(IEnumerable<IntakeProblem> found) =>
        found.GroupBy(problem => problem.Word!.Spelling).OrderByDescending(spelling => spelling.Count())
            .ThenBy(spelling => spelling.Min(problem => problem.Row) ?? 0).First().First().Word!;
}

/// <summary>Somebody who wrote a word.</summary>
/// <param name="Person">As they are now.</param>
/// <param name="Problem">Where it was found.</param>
public sealed record UnclearPerson(Person Person, IntakeProblem Problem)
{
    /// <summary>Whether the person's country is not known by this answer: no other word holds anybody back.</summary>
    public bool Waits =>
        Problem.Word is null or { Kind: WordKind.Country }
            && Person is { Standing: Standing.HeldBack } && Person.ApplicationId == Problem.ApplicationId
            && Person.Reasons.Contains(ReasonCode.UnknownCountry);
}
