using System.Text.Json;
using Ilnp.Local.Running;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>The texts of all rooms of the app.</summary>
static class AppTexts
{
    public static TextShelf Shelf { get; } = AppParts.Texts;

    /// <summary>All keys and texts of a language, as the rooms' files have them.</summary>
    public static IReadOnlyDictionary<string, string> In(string language) =>
        AppParts.Of<TextFolder>().SelectMany(folder => In(folder, language)).ToDictionary();

    /// <summary>Those of one room; none where it has no file.</summary>
    public static IReadOnlyDictionary<string, string> In(TextFolder folder, string language) =>
        Path.Combine(folder.Path, $"{language}.json") is var file && File.Exists(file)
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))! : new Dictionary<string, string>();
}
