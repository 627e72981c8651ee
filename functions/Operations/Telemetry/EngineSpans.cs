using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Ilnp.Operations.Telemetry;

/// <summary>Spans of the durable engine where its host is another process than the app's: there they are sent from.</summary>
static class EngineSpans
{
    /// <returns>Sends until it is disposed of; null where no setting says where to.</returns>
    public static TracerProvider? Send(IConfiguration configuration)
    {
        if (TelemetryWays.Of(configuration) is not { Any: true } ways) return null;
        var spans = Sdk.CreateTracerProviderBuilder().ConfigureServices(services => services.AddSingleton(configuration));
        return TelemetryRegistration.Send(spans, ways).Build();
    }
}
