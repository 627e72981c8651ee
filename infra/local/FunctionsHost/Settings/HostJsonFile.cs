using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Settings;

/// <summary>Finds <c>host.json</c>.</summary>
static class HostJsonFile
{
    const string Name = "host.json";

    /// <summary>The folder in which the worker looks for the file, too.</summary>
    public static string Folder(string? path, string contentRoot) =>
        path is null ? contentRoot : Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <param name="path">As set; null for the one beside the app, and the defaults when there is none.</param>
    public static HostJson Read(string? path, string contentRoot, IConfiguration configuration, StartErrors errors)
    {
        var file = path ?? Path.Combine(contentRoot, Name);
        if (Path.GetFileName(file) != Name)
            errors.Add(
                $"The setting {HostSettings.HostJson} names {path}: the file must be called {Name}, since the worker looks for that.");
        if (File.Exists(file)) return HostJsonReader.Read(File.ReadAllText(file), configuration, errors);
        if (path is not null) errors.Add($"The setting {HostSettings.HostJson} names {path}, which does not exist.");
        return new();
    }
}
