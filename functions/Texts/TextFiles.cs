namespace Ilnp.Texts;

/// <summary>Texts of one kind, a JSON file per language beside the program; languages without a file are served in English.</summary>
public sealed class TextFiles<T>(string folder)
{
    const string Fallback = "en";

    readonly Dictionary<string, T> texts = TextFile.All<T>(TextFile.Beside(folder)).ToDictionary(file => file.Language, file => file.Texts);

    /// <summary>ISO 639-1 codes, in alphabetical order.</summary>
    public IReadOnlyList<string> Languages => [.. texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The language that is really there for a wish like <c>pt-BR</c>.</summary>
    public string Available(string language) => texts.ContainsKey(language.Split('-')[0]) ? language.Split('-')[0] : Fallback;

    public T In(string language) => texts[Available(language)];
}
