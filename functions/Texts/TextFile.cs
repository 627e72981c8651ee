using System.Text.Json;

namespace Ilnp.Texts;

/// <summary>The one reader of texts: JSON files beside the program.</summary>
static class TextFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <exception cref="InvalidDataException">The file says nothing, or is not what it should be; says what and where.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json)
                ?? throw new InvalidDataException($"{Named(path)} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{Named(path)} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>
    /// The files of a folder by language, those that can be read; what is wrong with the others goes to <paramref name="broken"/>.
    /// </summary>
    public static IReadOnlyDictionary<string, T> Readable<T>(string folder, ICollection<(string Language, string Problem)> broken)
    {
        var readable = new Dictionary<string, T>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            try
            {
                readable[Path.GetFileNameWithoutExtension(file)] = Read<T>(file);
            }
            catch (InvalidDataException e)
            {
                broken.Add((Path.GetFileNameWithoutExtension(file), e.Message));
            }

        return readable;
    }

    /// <summary>A file as messages name it: below the program's folder.</summary>
    static string Named(string path) => Path.GetRelativePath(AppContext.BaseDirectory, path).Replace('\\', '/');

    /// <summary>A path below the program's folder.</summary>
    public static string Beside(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
