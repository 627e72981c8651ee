using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>Libraries have one address for several people: two names that have nothing in common are two people.</summary>
public static class SharedAddress
{
    /// <summary>For the committee.</summary>
    public static readonly Finding Finding = new("email", "The address is also that of an applicant with another name: both are kept.");

    /// <summary>
    /// Whether an application of the person's address is somebody else's. In doubt it is the person's: a name in another script, a
    /// short form, a name that was not given.
    /// </summary>
    public static bool IsAnothers(Person known, ApplicationAnswers answers)
    {
        var (first, second) = (Fold.LatinWords(known.Name), Fold.LatinWords(answers.Name));
        return first.Length > 1 && second.Length > 1 && !first.Any(word => second.Any(other => IsLike(word, other)));
    }

    /// <summary>The same word, its beginning, or another transliteration of it.</summary>
    static bool IsLike(string word, string other) =>
        word == other || word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal)
        || (word.Length > 3 && other.Length > 3 && Consonants(word) is { Length: > 1 } sounds && sounds == Consonants(other));

    static string Consonants(string word) => string.Concat(word.Where(letter => !"aeiouywh".Contains(letter, StringComparison.Ordinal)));
}
