using Ilnp.Intake.Answers;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake;

/// <summary>Libraries have one address for several people: two names that have nothing in common are two people.</summary>
public static class SharedAddress
{
    /// <summary>For the committee.</summary>
    public static readonly Finding Finding = new("email", "The address is also that of an applicant with another name: both are kept.");

    /// <summary>
    /// Whether an application of the person's address is somebody else's. In doubt it is the person's: a name in other characters, a
    /// short form, a name that was not given.
    /// </summary>
    public static bool IsAnothers(Person known, ApplicationAnswers answers)
    {
        var (first, second) = (Fold.LatinWords(known.Name), Fold.LatinWords(answers.Name));
        return first.Length > 1 && second.Length > 1 && SharedNames.CanBeCompared(known.Name, answers.Name)
            && !first.Any(word => second.Any(other => IsLike(word, other)));
    }

    /// <summary>Whether answers are of whoever the address leads to.</summary>
    public static bool IsOf(Person first, ApplicationAnswers answers) => !first.IsErased && !IsAnothers(first, answers);

    /// <summary>
    /// The id of whose answers are, of all who have the address: the first one, another of the same
    /// name or a like one, or somebody who is new.
    /// </summary>
    /// <param name="first">Whom the address leads to.</param>
    /// <param name="own">The id that the address and the name of the answers make.</param>
    /// <param name="isKnown">Whether somebody has that id.</param>
    /// <param name="others">Who else has the address; looked at only where nothing else decides.</param>
    /// <param name="answers">Theirs.</param>
    public static string Whose(Person first, string own, bool isKnown, IEnumerable<Person> others, ApplicationAnswers answers) =>
        IsOf(first, answers) ? first.PersonId
        : isKnown ? own
        : others.FirstOrDefault(person => person.PersonId != first.PersonId && IsOf(person, answers))?.PersonId
            ?? (first.IsErased ? first.PersonId : own);

    /// <summary>The same word, its beginning, or another transliteration of it.</summary>
    static bool IsLike(string word, string other) =>
        word == other || word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal)
        || (SharedNames.Sounds(word) is { } sounds && sounds == SharedNames.Sounds(other));
}
