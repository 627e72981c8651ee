using Ilnp.Texts;

namespace Ilnp.Forms;

/// <summary>Words that a text field offers.</summary>
/// <param name="Id">Unique on a page.</param>
/// <param name="Of">In the reader's language, in the order of offering.</param>
public sealed record Suggestions(string Id, Func<Locale, IEnumerable<string>> Of)
{
    /// <summary>Countries by the names that the reader's language has for them.</summary>
    public static Suggestions Countries { get; } = new("countries", locale => locale.Countries);

    /// <summary>Languages, those with a code of two letters.</summary>
    public static Suggestions Languages { get; } = new("languages", locale => locale.Languages);

    /// <summary>Time zones of places, by IANA name.</summary>
    public static Suggestions TimeZones { get; } = new("time-zones", _ => Zones.OfPlaces);

    public SuggestedWords For(Locale locale) => new(Id, Of(locale));
}

/// <summary>A list of words on a page.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Words">In the order of offering.</param>
public sealed record SuggestedWords(string Id, IEnumerable<string> Words);
