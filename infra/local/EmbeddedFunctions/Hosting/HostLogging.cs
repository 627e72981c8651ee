using EmbeddedFunctions.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Hosting;

/// <summary>Logs to the console, a line each; levels from <c>host.json</c>, overridden by the setting <c>Logging:LogLevel</c>.</summary>
static class HostLogging
{
    public static void Add(ILoggingBuilder logging) => logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
    });

    public static void AddLevels(WebApplicationBuilder web, HostJson hostJson)
    {
        var levels = new Dictionary<string, string?> { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning", ["Logging:LogLevel:Azure.Core"] = "Warning" };
        foreach (var (category, level) in hostJson.LogLevels) levels[$"Logging:LogLevel:{category}"] = level;
        ((IConfigurationBuilder)web.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = levels });
        web.Logging.AddConfiguration(web.Configuration.GetSection("Logging"));
        // These lines hold whole addresses, and so signed links: never below a warning, whatever is set.
        web.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        web.Logging.AddFilter("Microsoft.AspNetCore.Mvc.Infrastructure.RedirectResultExecutor", LogLevel.Warning);
    }
}
