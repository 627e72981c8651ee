using Ilnp.Local.Running;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>The texts of all rooms of the app.</summary>
static class AppTexts
{
    public static TextShelf Shelf { get; } = TextShelf.Load(AppParts.Of<TextFolder>());

    /// <summary>All keys and texts of a language, as the rooms' files have them.</summary>
    public static IReadOnlyDictionary<string, string> In(string language) => AppParts.Of<TextFolder>()
        .Select(folder => Path.Combine(folder.Path, $"{language}.json")).Where(File.Exists)
        .SelectMany(file => System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!).ToDictionary();
}
