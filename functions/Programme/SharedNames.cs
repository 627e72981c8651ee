namespace Ilnp.Programme;

/// <summary>Whether two people with one address are one, by their names.</summary>
public static class SharedNames
{
    static readonly char[] BetweenWords = [' ', '-', ',', '.', '\u00a0'];

    /// <summary>Whether the names have a word in common.</summary>
    public static bool HaveOne(Person one, Person other) =>
        WordsOf(one).Intersect(WordsOf(other), StringComparer.InvariantCultureIgnoreCase).Any();

    static string[] WordsOf(Person person) =>
        person.Name.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
