namespace Ilnp.Texts;

/// <summary>Whose texts a native speaker has read and found good: <c>reviewed.json</c>, changed by hand once somebody has.</summary>
public static class TextReviews
{
    static readonly Lazy<Dictionary<string, bool>> Reviewed = new(() =>
        TextFile.Read<Dictionary<string, bool>>(TextFile.Beside("Texts", "reviewed.json")));

    /// <summary>Languages that the file tells of.</summary>
    internal static IReadOnlyCollection<string> Languages => Reviewed.Value.Keys;

    /// <summary>Those of the languages that nobody has reviewed yet.</summary>
    public static IReadOnlyList<string> Open(IEnumerable<string> languages) =>
        [.. languages.Where(language => !Reviewed.Value.GetValueOrDefault(language))];
}
