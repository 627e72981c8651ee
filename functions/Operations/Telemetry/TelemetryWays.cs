using Microsoft.Extensions.Configuration;

namespace Ilnp.Operations.Telemetry;

/// <summary>Where telemetry goes, by the settings that everybody's tools know; nowhere without them.</summary>
/// <param name="AzureMonitor"><c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set.</param>
/// <param name="Otlp"><c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</param>
/// <param name="Console"><c>Telemetry:Console</c> is true.</param>
sealed record TelemetryWays(bool AzureMonitor, bool Otlp, bool Console)
{
    public static TelemetryWays None { get; } = new(false, false, false);

    public bool Any => AzureMonitor || Otlp || Console;

    /// <summary>Azure's host sends the worker's logs to Application Insights itself.</summary>
    public bool Logs { get; init; } = Otlp || Console;

    /// <summary>Azure Monitor takes it from the app's identity alone: <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>.</summary>
    public bool ByIdentity { get; init; }

    /// <summary>Somebody chose a sampler by <c>OTEL_TRACES_SAMPLER</c>.</summary>
    public bool SamplesAsSet { get; init; }

    public static TelemetryWays Of(IConfiguration configuration) => new(
        IsSet(configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]),
        IsSet(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]),
        string.Equals(configuration["Telemetry:Console"], "true", StringComparison.OrdinalIgnoreCase))
    {
        ByIdentity = configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]?.Contains(
            "Authorization=AAD", StringComparison.OrdinalIgnoreCase) == true,
        SamplesAsSet = IsSet(configuration["OTEL_TRACES_SAMPLER"]),
    };

    static bool IsSet(string? setting) => !string.IsNullOrWhiteSpace(setting);
}
