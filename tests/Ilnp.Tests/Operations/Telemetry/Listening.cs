using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Ilnp.Operations.Telemetry;
using Ilnp.Signals;
using Microsoft.Azure.Functions.Worker.Builder;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace Ilnp.Tests.Operations.Telemetry;

/// <summary>All that an app with telemetry would send, as exporters get it.</summary>
sealed class Listening : IDisposable
{
    readonly SentSpans spans = new();
    readonly MeterListener listener = new();
    readonly ConcurrentQueue<(Instrument Instrument, string Tags, double Value)> measures = [];
    readonly List<LogRecord> logs = [];

    public Listening()
    {
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == Signal.Name) to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
    }

    public void To(FunctionsApplicationBuilder builder) => builder.Services
        .AddTelemetry(TelemetryWays.None with { Logs = true })
        .ConfigureOpenTelemetryTracerProvider(heard => heard.AddProcessor(new SimpleActivityExportProcessor(spans)))
        .ConfigureOpenTelemetryLoggerProvider(heard => heard.AddInMemoryExporter(logs));

    public void Dispose()
    {
        listener.Dispose();
        spans.Dispose();
    }

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

    /// <summary>The series of an app's measure: tags as <c>key=value</c>, in order; counts as a sum, readings as the latest.</summary>
    /// <param name="app">Its factory: other apps of this process count under the same names.</param>
    /// <param name="name">The measure's.</param>
    public IReadOnlyDictionary<string, double> Measure(IMeterFactory app, string name)
    {
        listener.RecordObservableInstruments();
        return measures.Where(measure => measure.Instrument.Meter.Scope == app && measure.Instrument.Name == name)
            .GroupBy(measure => measure.Tags)
            .ToDictionary(
                series => series.Key,
                series => series.First().Instrument.IsObservable ? series.Last().Value : series.Sum(one => one.Value));
    }

    /// <summary>Every word of every span, measure and line.</summary>
    public IEnumerable<string> Words() =>
        Spans.SelectMany(Words).Concat(measures.Select(measure => measure.Tags)).Concat(logs.SelectMany(Words));

    static IEnumerable<string> Words(Activity span) =>
    [
        span.DisplayName, span.OperationName, span.StatusDescription ?? "", span.TraceStateString ?? "",
        .. span.TagObjects.Select(tag => $"{tag.Key} {tag.Value}"),
        .. span.Baggage.Select(tag => $"{tag.Key} {tag.Value}"),
        .. span.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Key} {tag.Value}")),
        .. span.Links.SelectMany(link => (link.Tags ?? []).Select(tag => $"{tag.Key} {tag.Value}")),
    ];

    static IEnumerable<string> Words(LogRecord line) =>
        [
            line.FormattedMessage ?? "",
            line.Body ?? "",
            $"{line.Exception}",
            .. (line.Attributes ?? []).Select(tag => $"{tag.Key} {tag.Value}"),
        ];

    void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, tag) in tags) words[key] = Convert.ToString(tag, CultureInfo.InvariantCulture)!;
        measures.Enqueue((instrument, string.Join(' ', words.Select(tag => $"{tag.Key}={tag.Value}")), value));
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
