using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using Ilnp.Signals;

namespace Ilnp.Storage;

/// <summary>
/// A span for each request that a storage client sends, retries included, and measure <c>ilnp.storage.throttled</c>: those that storage
/// answered with 429 or 503. They name the table or container alone: the rest of the address has keys and filters.
/// </summary>
/// <param name="store"><c>table</c> or <c>blob</c>.</param>
/// <param name="meters">The app's.</param>
public sealed class StorageSignals(string store, IMeterFactory meters) : HttpPipelinePolicy
{
    readonly Counter<long> throttled = meters.Create(Signal.Name)
        .CreateCounter<long>("ilnp.storage.throttled", "{request}", "Requests that storage was too busy for, by store.");

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var span = Begin(message.Request);
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch
        {
            span.Failed("no-answer");
            throw;
        }

        End(span, message.Response.Status);
    }

    /// <summary>As <see cref="StorageOutage"/>.</summary>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is asked asynchronously.");

    Activity? Begin(Request request)
    {
        if (!Signal.Spans.HasListeners()) return null;
        var place = PlaceOf(request.Uri.ToUri());
        return Signal.Spans.StartActivity($"storage {request.Method} {place}", ActivityKind.Client)?
            .SetTag(SignalTag.Store, store).SetTag(SignalTag.Place, place);
    }

    void End(Activity? span, int status)
    {
        span?.SetTag(SignalTag.Status, status);
        if (StorageOutage.MayPass(status)) span.Failed("busy");
        if (status is 429 or 503) throttled.Add(1, new(SignalTag.Store, store), new(SignalTag.Status, status));
    }

    /// <summary>The table, the container, or <c>$batch</c>; an emulator has its account's name before it.</summary>
    internal static string PlaceOf(Uri address)
    {
        var parts = address.AbsolutePath.Trim('/').Split('/');
        var isEmulator = address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || address.Host == "localhost";
        var place = parts.ElementAtOrDefault(isEmulator ? 1 : 0) ?? "";
        return place.Split('(')[0];
    }
}
