using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Testing;

/// <summary>How a <see cref="DurableTaskTestHost"/> is set up; everything may be left out.</summary>
public class DurableTaskTestHostOptions
{
    /// <summary>Without meaning here: this host needs no port.</summary>
    public int? Port { get; set; }

    /// <summary>Takes the logs of the engine and of orchestrators.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Adds what activities and orchestrators need; a <see cref="TimeProvider"/> among it is the engine's clock.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; set; }
}
