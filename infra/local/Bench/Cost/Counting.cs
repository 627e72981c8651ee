using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FunctionsHost;
using Ilnp.Usage.Cost;

namespace Ilnp.Local.Bench.Cost;

/// <summary>
/// Counts what Azure would bill, by the meters of the host and of .NET's HTTP client: functions run, and requests to an
/// emulated storage account, by its ports. Retries count, as they do on the bill.
/// </summary>
sealed class Counting : IDisposable
{
    readonly MeterListener listener = new();
    readonly ConcurrentDictionary<int, long> requests = new();
    readonly Dictionary<string, int> ports;
    long executions;

    /// <param name="connectionString">Of the emulator, with the address of each service.</param>
    public Counting(string connectionString)
    {
        ports = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
            .Where(part => part[0].EndsWith("Endpoint", StringComparison.Ordinal))
            .ToDictionary(part => part[0], part => new Uri(part[1]).Port);
        listener.InstrumentPublished = (instrument, to) =>
        {
            if ((instrument.Meter.Name, instrument.Name) is (HostMeter.Name, HostMeter.Invocations)
                or ("System.Net.Http", "http.client.request.duration"))
                to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref executions, count));
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            if (Tag(tags, "server.port") is int port) requests.AddOrUpdate(port, 1, (_, before) => before + 1);
        });
        listener.Start();
    }

    public long Executions => Interlocked.Read(ref executions);

    public StorageRequests Requests => new(At("TableEndpoint"), At("QueueEndpoint"), At("BlobEndpoint"));

    long At(string service) => ports.TryGetValue(service, out var port) ? requests.GetValueOrDefault(port) : 0;

    static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
            if (tag.Key == name) return tag.Value;
        return null;
    }

    public void Dispose() => listener.Dispose();
}
