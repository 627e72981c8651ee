using System.Text.Json;

namespace Ilnp.Texts;

/// <summary>The one reader of texts: JSON files beside the program.</summary>
static class TextFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <exception cref="InvalidDataException">The file says nothing.</exception>
    public static T Read<T>(string path) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) ?? throw new InvalidDataException($"{path} is empty.");

    /// <summary>A folder's files, which are named by language.</summary>
    public static IEnumerable<(string Language, T Texts)> All<T>(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Select(file => (Path.GetFileNameWithoutExtension(file), Read<T>(file)));

    /// <summary>A path below the program's folder.</summary>
    public static string Beside(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
