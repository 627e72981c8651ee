using System.Text.Json;

namespace FunctionsHost.Settings;

/// <summary>
/// <c>local.settings.json</c> as the real local tools read it: <c>Values</c> are the app's settings, <c>ConnectionStrings</c>
/// its connection strings, and <c>Host.LocalHttpPort</c> the port.
/// </summary>
static class LocalSettings
{
    const string File = "local.settings.json";

    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Of the first folder that has the file; nothing when none has.</summary>
    /// <exception cref="FunctionsHostStartException">The file cannot be read.</exception>
    public static IReadOnlyList<KeyValuePair<string, string?>> In(IEnumerable<string> folders)
    {
        if (folders.Select(folder => Path.Combine(folder, File)).FirstOrDefault(System.IO.File.Exists) is not { } path) return [];
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllText(path), Lenient);
            if (json.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
                throw new FunctionsHostStartException($"{path} is encrypted: decrypt it with \"func settings decrypt\".");
            return
            [
                .. Texts(json.RootElement, "Values", ""),
                .. Texts(json.RootElement, "ConnectionStrings", "ConnectionStrings:"),
                .. Port(json.RootElement),
            ];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FunctionsHostStartException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The real tools pass these values on as environment variables, where two underscores stand for a colon.</summary>
    static IEnumerable<KeyValuePair<string, string?>> Texts(JsonElement root, string section, string prefix) =>
        root.TryGetProperty(section, out var values)
            ? values.EnumerateObject().Select(value =>
                KeyValuePair.Create(prefix + value.Name.Replace("__", ":", StringComparison.Ordinal), (string?)value.Value.ToString()))
            : [];

    static IEnumerable<KeyValuePair<string, string?>> Port(JsonElement root)
    {
        if (root.TryGetProperty("Host", out var host) && host.TryGetProperty("LocalHttpPort", out var port))
            yield return KeyValuePair.Create(HostSettings.Urls, (string?)$"http://localhost:{port}");
    }
}
