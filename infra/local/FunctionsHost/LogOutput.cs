using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FunctionsHost;

/// <summary>The one log of host and worker.</summary>
sealed class LogOutput(
    Action<ILoggingBuilder>? output, IReadOnlyDictionary<string, string> levels, IConfiguration settings) : IAsyncDisposable
{
    public ILoggerFactory Factory { get; } = LoggerFactory.Create(logging =>
    {
        HostLogging.AddLevels(logging, levels, settings);
        (output ?? HostLogging.Add)(logging);
    });

    public ValueTask DisposeAsync()
    {
        Factory.Dispose();
        return ValueTask.CompletedTask;
    }
}
