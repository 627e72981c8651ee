using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Orchestration;

/// <summary>
/// What functions ask of the task hub, which the Functions host serves by gRPC. Its expected answers are values; a host or
/// hub that is away is a <see cref="TransientFailure"/>, like everything that may pass by itself.
/// </summary>
public static class TaskHub
{
    /// <summary>Of a storage table.</summary>
    const int LargestPage = 1000;

    /// <summary>The instance, or null when there is none of that id.</summary>
    public static Task<OrchestrationMetadata?> FindAsync(
        this DurableTaskClient client, string instanceId, bool withStatus = false, CancellationToken cancellation = default) =>
        AskAsync(() => client.GetInstanceAsync(instanceId, withStatus, cancellation), cancellation);

    /// <summary>Starts an instance; false when there is one of that id in one of the statuses.</summary>
    public static Task<bool> TryStartAsync(
        this DurableTaskClient client, string orchestrator, object input, string instanceId,
        OrchestrationRuntimeStatus[] unless, CancellationToken cancellation = default) =>
        AskAsync(
            async () =>
            {
                try
                {
                    var options = new StartOrchestrationOptions(instanceId).WithDedupeStatuses(unless);
                    await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options, cancellation);
                    return true;
                }
                catch (OrchestrationAlreadyExistsException)
                {
                    return false;
                }
            },
            cancellation);

    /// <summary>Raises an event; false when no instance of that id runs.</summary>
    public static Task<bool> TryRaiseAsync(
        this DurableTaskClient client, string instanceId, string eventName, object content, CancellationToken cancellation = default) =>
        AskAsync(
            async () =>
            {
                try
                {
                    await client.RaiseEventAsync(instanceId, eventName, content, cancellation);
                    return true;
                }
                catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
                {
                    return false;
                }
            },
            cancellation);

    /// <summary>All instances that stand failed, without inputs and outputs.</summary>
    public static Task<IReadOnlyList<OrchestrationMetadata>> FailedAsync(
        this DurableTaskClient client, CancellationToken cancellation = default) =>
        client.ListAsync([OrchestrationRuntimeStatus.Failed], cancellation);

    /// <summary>All instances that have ended in whatever way, without inputs and outputs.</summary>
    public static Task<IReadOnlyList<OrchestrationMetadata>> EndedAsync(
        this DurableTaskClient client, CancellationToken cancellation = default) =>
        client.ListAsync(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated], cancellation);

    /// <summary>Forgets an instance that has ended, with its history; nothing happens when there is none.</summary>
    public static Task PurgeAsync(this DurableTaskClient client, string instanceId, CancellationToken cancellation = default) =>
        AskAsync(() => client.PurgeInstanceAsync(instanceId, cancellation), cancellation);

    static Task<IReadOnlyList<OrchestrationMetadata>> ListAsync(
        this DurableTaskClient client, OrchestrationRuntimeStatus[] statuses, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<OrchestrationMetadata>>(
            async () =>
            {
                var found = new List<OrchestrationMetadata>();
                var query = new OrchestrationQuery(Statuses: statuses, PageSize: LargestPage);
                await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellation)) found.Add(instance);
                return found;
            },
            cancellation);

    /// <summary>What happened in an instance since it began or last began anew; empty when there is none of that id.</summary>
    public static Task<IReadOnlyList<HistoryEvent>> HistoryAsync(
        this DurableTaskClient client, string instanceId, CancellationToken cancellation = default) =>
        AskAsync<IReadOnlyList<HistoryEvent>>(
            async () =>
            {
                try
                {
                    return [.. await client.GetOrchestrationHistoryAsync(instanceId, cancellation)];
                }
                catch (ArgumentException)
                {
                    return [];
                }
                catch (InvalidOperationException e) when (e.InnerException is RpcException)
                {
                    throw new TransientFailure("The task hub did not give a history.", e);
                }
            },
            cancellation);

    /// <summary>Lets a failed instance, and what failed below it, go on where they stopped; false when it does not stand failed.</summary>
    public static Task<bool> TryRewindAsync(
        this DurableTaskClient client, string instanceId, string reason, CancellationToken cancellation = default) =>
        AskAsync(
            async () =>
            {
                try
                {
                    await client.RewindInstanceAsync(instanceId, reason, cancellation);
                    return true;
                }
                catch (Exception e) when (e is ArgumentException or InvalidOperationException)
                {
                    return false;
                }
            },
            cancellation);

    static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && MayPass(e))
        {
            throw new TransientFailure("The task hub did not answer.", e);
        }
    }

    /// <summary>The host says Unknown or Internal of whatever its storage threw; a call that nobody cancelled ran out of time.</summary>
    static bool MayPass(Exception error) => error is OperationCanceledException or RpcException
    {
        StatusCode: StatusCode.Unknown or StatusCode.Internal or StatusCode.Unavailable or StatusCode.DeadlineExceeded
            or StatusCode.ResourceExhausted or StatusCode.Aborted or StatusCode.Cancelled
    };
}
