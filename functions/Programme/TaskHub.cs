using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Programme;

/// <summary>
/// What functions ask of the task hub, which the Functions host serves by gRPC. Its expected answers are values; a host or
/// hub that is away is a <see cref="TransientFailure"/>, like everything that may pass by itself.
/// </summary>
public static class TaskHub
{
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
