using System.Text.Json;

namespace Ilnp.Documents.Typesetting;

/// <summary>What a text is for.</summary>
public enum FontRole
{
    Text,
    Strong,

    /// <summary>Headlines and the name on a certificate.</summary>
    Display,
}

/// <summary>The typefaces of the build, opened when first needed, in the order in which they are asked for a character.</summary>
public sealed class FontShelf(string folder)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    readonly IReadOnlyList<Place> places = Read(folder);

    /// <summary>The shelf that the build puts beside the program.</summary>
    public static FontShelf OfBuild() => new(Path.Combine(AppContext.BaseDirectory, "Fonts"));

    /// <summary>
    /// The typefaces to ask, best first: those of the role, those of no role, then the other roles'. Of those that share
    /// the Chinese characters, the one that is made for the language comes first, since each draws them in its own way.
    /// </summary>
    public IEnumerable<FontFace> For(FontRole role, string language) =>
        places.OrderBy(place => place.Role == role ? 0 : place.Role is null ? 1 : 2)
            .ThenBy(place => place.Language is { } own && !language.StartsWith(own, StringComparison.Ordinal) ? 1 : 0)
            .Select(place => place.Face.Value);

    static List<Place> Read(string folder) =>
        [.. JsonSerializer.Deserialize<Entry[]>(File.ReadAllBytes(Path.Combine(folder, "shelf.json")), Json)!.Select(entry => new Place(
            entry.Role is null ? null : Enum.Parse<FontRole>(entry.Role, ignoreCase: true),
            entry.Language,
            new(() => new FontFace(Path.Combine(folder, Path.GetFileName(entry.File))))))];

    sealed record Entry(string File, string? Role, string? Language);

    sealed record Place(FontRole? Role, string? Language, Lazy<FontFace> Face);
}
