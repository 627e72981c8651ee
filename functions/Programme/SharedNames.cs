using Ilnp.Texts;

namespace Ilnp.Programme;

/// <summary>Whether two names that stand at one address are one person's.</summary>
public static class SharedNames
{
    /// <summary>Vowels and what stands for them differ most between transliterations.</summary>
    const string Vowels = "aeiouywh";

    /// <summary>Whether the names have a word in common, whatever the script; an initial is nobody's alone.</summary>
    public static bool HaveOne(Person one, Person other) => Words(one.Name).Intersect(Words(other.Name)).Any();

    /// <summary>
    /// Whether the names can be told apart at all: how somebody who writes the name in ideographs is called, they do not say.
    /// </summary>
    public static bool CanBeCompared(string one, string other) => IsIdeographic(one) == IsIdeographic(other);

    /// <summary>The name's words in Latin letters, without initials where there is more.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var all = Fold.LatinWords(name);
        var whole = all.Where(word => word.Length > 1).ToList();
        return whole.Count > 0 ? whole : all;
    }

    /// <summary>What a longer word sounds like in every transliteration; null where too little is left to tell.</summary>
    public static string? Sounds(string word) =>
        word.Length > 3 && string.Concat(word.Where(letter => !Vowels.Contains(letter, StringComparison.Ordinal))) is { Length: > 1 } sounds
            ? sounds
            : null;

    /// <summary>Chinese characters, also in Japanese and Korean names.</summary>
    public static bool IsIdeographic(string name) =>
        name.EnumerateRunes().Any(rune =>
            rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF));
}
