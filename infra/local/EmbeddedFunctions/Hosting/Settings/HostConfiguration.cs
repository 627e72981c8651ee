using Microsoft.Extensions.Configuration;

namespace EmbeddedFunctions.Hosting.Settings;

/// <summary>An app's settings as the local tools of the real host give them to it; later sources win.</summary>
static class HostConfiguration
{
    public static void AddSources(ConfigurationManager configuration, string contentRoot, string[] args)
    {
        configuration.AddJsonFile(Path.Combine(contentRoot, "appsettings.json"), optional: true, reloadOnChange: false);
        configuration.AddInMemoryCollection(LocalSettings.In([Environment.CurrentDirectory, contentRoot]));
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }

    /// <summary>The environment's name: the usual variables, otherwise Development as under the local tools.</summary>
    public static string EnvironmentName() =>
        new[] { "AZURE_FUNCTIONS_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT" }
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "Development";
}
