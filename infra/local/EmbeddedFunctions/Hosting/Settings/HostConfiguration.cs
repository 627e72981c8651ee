using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace EmbeddedFunctions.Hosting.Settings;

/// <summary>An app's settings as the local tools of the real host give them to it; later sources win.</summary>
static class HostConfiguration
{
    public static void AddSources(ConfigurationManager configuration, string contentRoot, string[] args)
    {
        configuration.AddJsonFile(Path.Combine(contentRoot, "appsettings.json"), optional: true, reloadOnChange: false);
        configuration.AddInMemoryCollection(LocalSettings(contentRoot));
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }

    /// <summary>The environment's name: the usual variables, otherwise Development as under the local tools.</summary>
    public static string EnvironmentName() =>
        new[] { "AZURE_FUNCTIONS_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT" }
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "Development";

    /// <summary>The <c>Values</c> of the first <c>local.settings.json</c>: beside where the command runs, then beside the app.</summary>
    static IEnumerable<KeyValuePair<string, string?>> LocalSettings(string contentRoot)
    {
        var path = new[] { Environment.CurrentDirectory, contentRoot }
            .Select(folder => Path.Combine(folder, "local.settings.json"))
            .FirstOrDefault(File.Exists);
        if (path is null) return [];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return json.RootElement.TryGetProperty("Values", out var values)
                ? values.EnumerateObject().Select(value => KeyValuePair.Create(Key(value.Name), (string?)value.Value.ToString())).ToList()
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FunctionsHostStartException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The real tools pass these values on as environment variables, where two underscores stand for a colon.</summary>
    static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
