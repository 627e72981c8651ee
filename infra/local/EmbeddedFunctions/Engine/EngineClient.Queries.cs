using EmbeddedFunctions.Engine.Instances;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine;

/// <summary>Lists and purges.</summary>
sealed partial class EngineClient
{
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        return Pageable.Create(async (token, size, cancellation) =>
        {
            using var hold = EmbeddedFunctions.Time.TimeProviderExtensions.HoldStill(time);
            if (query.TaskHubNames is { } hubs && hubs.Any() && !hubs.Contains(options.HubName, StringComparer.OrdinalIgnoreCase))
                return new Page<OrchestrationMetadata>([]);
            var dispatcher = await engine.DispatcherAsync(cancellation);
            var page = await InstancePages.NextAsync(dispatcher, query, token ?? query.ContinuationToken, size ?? query.PageSize, cancellation);
            var found = new List<OrchestrationMetadata>();
            foreach (var record in page.Values) found.Add(await MetadataAsync(dispatcher.Hub.Payloads, record, query.FetchInputsAndOutputs, cancellation));
            return new Page<OrchestrationMetadata>(found, page.ContinuationToken);
        });
    }

    public override async Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var page = await InstancePages.NextAsync(dispatcher, new OrchestrationQuery(Statuses: runtimeStatus), lastInstanceKey, pageSize, cancellation);
        var finished = page.Values.Where(record => record.IsFinished && !(record.UpdatedAt < completedTimeFrom) && !(record.UpdatedAt > completedTimeTo));
        return new([.. finished.Select(record => record.InstanceId)], page.ContinuationToken);
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var record = await FindAsync(dispatcher, instanceId, cancellation);
        if (record is null or { IsFinished: false }) return new(0);
        return new(await new Purge(dispatcher).RunAsync(record, options?.Recursive ?? false, cancellation));
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Timeout <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(filter), filter.Timeout, "PurgeInstancesFilter.Timeout must be a positive TimeSpan.");
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var started = time.GetTimestamp();
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        var purge = new Purge(dispatcher);
        var count = 0;
        string? token = null;
        do
        {
            var page = await InstancePages.NextAsync(dispatcher, query, token, OrchestrationQuery.DefaultPageSize, cancellation);
            foreach (var record in page.Values.Where(record => record.IsFinished))
            {
                if (filter.Timeout is { } timeout && time.GetElapsedTime(started) >= timeout) return new(count, false);
                count += await purge.RunAsync(record, options?.Recursive ?? false, cancellation);
            }

            token = page.ContinuationToken;
        }
        while (token is not null);
        return new(count, true);
    }
}
