using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Settings;

/// <summary>An app's settings as the local tools of the real host give them to it; later sources win.</summary>
static class HostConfiguration
{
    /// <param name="folder">The app's.</param>
    /// <param name="given">By whoever starts the host.</param>
    public static IConfiguration Read(string folder, IReadOnlyDictionary<string, string?> given) => new ConfigurationBuilder()
        .AddInMemoryCollection(LocalSettings.In([Environment.CurrentDirectory, folder]))
        .AddEnvironmentVariables()
        .AddInMemoryCollection(given)
        .Build();
}
