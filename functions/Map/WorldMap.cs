using System.Text.Json;

namespace Ilnp.Map;

/// <summary>The countries' outlines, from <c>world.json</c> (Natural Earth, public domain; see make-world.mjs).</summary>
/// <param name="Width">Of the drawing's own units.</param>
public sealed record WorldMap(int Width, int Height, IReadOnlyList<CountryShape> Countries)
{
    readonly Dictionary<string, CountryShape> byCode = Countries.ToDictionary(country => country.Code);

    public static WorldMap Load() => JsonSerializer.Deserialize<WorldMap>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Map", "world.json")), JsonSerializerOptions.Web)!;

    /// <summary>English name; the code itself when it is no country's.</summary>
    public string NameOf(string code) => byCode.GetValueOrDefault(code)?.Name ?? code;

    public CountryShape? Find(string code) => byCode.GetValueOrDefault(code);
}

/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="X">The middle; null for the few places that have none.</param>
/// <param name="Path">Outline as an SVG path; null for countries too small for one, which get a dot.</param>
public sealed record CountryShape(string Code, string Name, int? X, int? Y, string? Path);
