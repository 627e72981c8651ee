using System.Collections.Concurrent;

namespace Ilnp.Texts;

/// <summary>Patterns by their text, each parsed once.</summary>
public static class TextPatterns
{
    static readonly ConcurrentDictionary<string, TextPattern> Parsed = new(StringComparer.Ordinal);

    /// <param name="text">Of a file that ships with the app, never a person's.</param>
    public static TextPattern Of(string text) => Parsed.GetOrAdd(text, TextPattern.Parse);

    /// <summary>What is wrong with a text as a pattern of the language.</summary>
    public static IEnumerable<string> Problems(string text, string language)
    {
        try
        {
            return [.. Of(text).Problems(Locale.Of(language))];
        }
        catch (FormatException e)
        {
            return [e.Message];
        }
    }
}
