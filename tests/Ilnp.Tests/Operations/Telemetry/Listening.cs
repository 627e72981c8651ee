using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Ilnp.Operations.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ilnp.Tests.Operations.Telemetry;

/// <summary>All that an app with telemetry would send, as exporters get it.</summary>
sealed class Listening
{
    readonly SentSpans spans = new();
    readonly List<MetricSnapshot> measures = [];
    readonly List<LogRecord> logs = [];

    public void To(FunctionsApplicationBuilder builder) => builder.Services
        .AddTelemetry(TelemetryWays.None with { Logs = true })
        .ConfigureOpenTelemetryTracerProvider(heard => heard.AddProcessor(new SimpleActivityExportProcessor(spans)))
        .ConfigureOpenTelemetryMeterProvider(heard => heard.AddInMemoryExporter(measures))
        .ConfigureOpenTelemetryLoggerProvider(heard => heard.AddInMemoryExporter(logs));

    /// <summary>In the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. spans.All];

    /// <summary>From a span up to the first of its trace, as far as they were sent.</summary>
    public IReadOnlyList<Activity> PathOf(Activity span)
    {
        var byId = Spans.Where(one => one.TraceId == span.TraceId).DistinctBy(one => one.SpanId).ToDictionary(one => one.SpanId);
        var path = new List<Activity> { span };
        while (byId.TryGetValue(path[^1].ParentSpanId, out var parent)) path.Add(parent);
        return path;
    }

    /// <summary>The latest of each series of a measure: its tags as <c>key=value</c>, in order, and the number.</summary>
    public IReadOnlyDictionary<string, double> Measure(MeterProvider provider, string name)
    {
        measures.Clear();
        provider.ForceFlush();
        return measures.Where(measure => measure.Name == name).SelectMany(measure => measure.MetricPoints.Select(point => (Tags(point), Value(measure, point))))
            .GroupBy(series => series.Item1).ToDictionary(series => series.Key, series => series.Last().Item2);
    }

    /// <summary>Every word of every span, measure and line.</summary>
    public IEnumerable<string> Words(MeterProvider provider)
    {
        measures.Clear();
        provider.ForceFlush();
        return Spans.SelectMany(Words)
            .Concat(measures.SelectMany(measure => measure.MetricPoints.Select(point => $"{measure.Name} {Tags(point)}")))
            .Concat(logs.SelectMany(Words));
    }

    static IEnumerable<string> Words(Activity span) =>
    [
        span.DisplayName, span.OperationName, span.StatusDescription ?? "", span.TraceStateString ?? "",
        .. span.TagObjects.Select(tag => $"{tag.Key} {tag.Value}"),
        .. span.Baggage.Select(tag => $"{tag.Key} {tag.Value}"),
        .. span.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Key} {tag.Value}")),
        .. span.Links.SelectMany(link => (link.Tags ?? []).Select(tag => $"{tag.Key} {tag.Value}")),
    ];

    static IEnumerable<string> Words(LogRecord line) =>
        [line.FormattedMessage ?? "", line.Body ?? "", $"{line.Exception}", .. (line.Attributes ?? []).Select(tag => $"{tag.Key} {tag.Value}")];

    static double Value(MetricSnapshot measure, MetricPoint point) => measure.MetricType switch
    {
        MetricType.LongSum => point.GetSumLong(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
        _ => throw new NotSupportedException(measure.MetricType.ToString()),
    };

    static string Tags(MetricPoint point)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in point.Tags) tags[key] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    sealed class SentSpans : BaseExporter<Activity>
    {
        public ConcurrentQueue<Activity> All { get; } = [];

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch) All.Enqueue(span);
            return ExportResult.Success;
        }
    }
}
