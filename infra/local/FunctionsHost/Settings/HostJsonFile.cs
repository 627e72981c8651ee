using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Settings;

/// <summary>Finds <c>host.json</c>.</summary>
static class HostJsonFile
{
    /// <param name="path">As set; null for the one beside the app, and the defaults when there is none.</param>
    public static HostJson Read(string? path, string contentRoot, IConfiguration configuration, StartErrors errors)
    {
        var file = path ?? Path.Combine(contentRoot, "host.json");
        if (File.Exists(file)) return HostJsonReader.Read(File.ReadAllText(file), configuration, errors);
        if (path is not null) errors.Add($"The setting {HostSettings.HostJson} names {path}, which does not exist.");
        return new();
    }
}
