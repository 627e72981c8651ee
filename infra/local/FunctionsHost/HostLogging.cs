using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FunctionsHost;

/// <summary>Logs to the console, a line each; levels from <c>host.json</c>, overridden by the setting <c>Logging:LogLevel</c>.</summary>
static class HostLogging
{
    public static void Add(ILoggingBuilder logging) => logging
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        })
        .AddConsole(console => console.FormatterName = HostLines.FormatterName)
        .AddConsoleFormatter<HostLines, ConsoleFormatterOptions>();

    /// <param name="logging">Gets the levels.</param>
    /// <param name="levels">Of <c>host.json</c>, by category; <c>default</c> is the rest.</param>
    /// <param name="settings">May say otherwise.</param>
    public static void AddLevels(ILoggingBuilder logging, IReadOnlyDictionary<string, string> levels, IConfiguration settings)
    {
        var given = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["LogLevel:Microsoft.AspNetCore"] = "Warning",
            ["LogLevel:Azure.Core"] = "Warning",
            ["LogLevel:Grpc"] = "Warning",
            // nothing is protected by those keys, and a first start would warn of them
            ["LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        };
        foreach (var (category, level) in levels) given[$"LogLevel:{category}"] = level;
        foreach (var level in settings.GetSection("Logging:LogLevel").GetChildren()) given[$"LogLevel:{level.Key}"] = level.Value;
        logging.AddConfiguration(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
        // These lines hold whole addresses, and so signed links: never below a warning, whatever is set.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Mvc.Infrastructure.RedirectResultExecutor", LogLevel.Warning);
    }
}
