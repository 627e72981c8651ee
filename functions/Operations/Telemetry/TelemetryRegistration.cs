using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Ilnp.Signals;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ilnp.Operations.Telemetry;

/// <summary>Sends spans and measures where the settings say; without any, nothing listens.</summary>
public static class TelemetryRegistration
{
    /// <summary>Spans of others: the durable client's, and the engine's where its host shares this process.</summary>
    static readonly string[] Durable = ["Microsoft.DurableTask", "DurableTask.Core"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var ways = TelemetryWays.Of(configuration);
        return ways.Any ? services.AddTelemetry(ways) : services;
    }

    /// <summary>For <see cref="AddTelemetry(IServiceCollection, IConfiguration)"/>, and tests that listen themselves.</summary>
    internal static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryWays ways)
    {
        services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(spans => Send(spans, ways))
            .WithMetrics(measures => Send(measures.AddMeter(Signal.Name), ways));
        return ways.Logs ? services.AddLogs(ways) : services;
    }

    internal static TracerProviderBuilder Send(TracerProviderBuilder spans, TelemetryWays ways) => Exported(Made(spans, ways), ways);

    /// <summary>
    /// What is told of a span comes before whoever sends it. Hosts may pass a parent on that nobody samples; a cohort has few enough spans
    /// to keep them all.
    /// </summary>
    static TracerProviderBuilder Made(TracerProviderBuilder spans, TelemetryWays ways)
    {
        if (!ways.SamplesAsSet) spans.SetSampler(new AlwaysOnSampler());
        return spans.AddSource(Signal.Name).AddSource(Durable).AddProcessor(new DiscreetSpans());
    }

    static TracerProviderBuilder Exported(TracerProviderBuilder spans, TelemetryWays ways)
    {
        if (ways.AzureMonitor) spans.AddAzureMonitorTraceExporter(AsTheApp(ways));
        if (ways.Otlp) spans.AddOtlpExporter();
        if (ways.Console) spans.AddConsoleExporter();
        return spans;
    }

    static void Send(MeterProviderBuilder measures, TelemetryWays ways)
    {
        if (ways.AzureMonitor) measures.AddAzureMonitorMetricExporter(AsTheApp(ways));
        if (ways.Otlp) measures.AddOtlpExporter();
        if (ways.Console) measures.AddConsoleExporter();
    }

    /// <summary>By its identity, as storage, where the deployment says that no key is enough.</summary>
    static Action<AzureMonitorExporterOptions> AsTheApp(TelemetryWays ways) => options =>
    {
        if (ways.ByIdentity) options.Credential = new DefaultAzureCredential();
    };

    /// <summary>Of libraries only warnings, since ASP.NET Core logs addresses, with the links in them.</summary>
    static IServiceCollection AddLogs(this IServiceCollection services, TelemetryWays ways)
    {
        services.AddOpenTelemetry().WithLogging(
            logs => Send(logs.AddProcessor(new DiscreetLogs()), ways), options => options.IncludeFormattedMessage = true);
        return services.AddLogging(logs => logs
            .AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>(nameof(Ilnp), LogLevel.Information));
    }

    static void Send(LoggerProviderBuilder logs, TelemetryWays ways)
    {
        if (ways.Otlp) logs.AddOtlpExporter();
        if (ways.Console) logs.AddConsoleExporter();
    }
}
