using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Query;
using FunctionsHost.Durable.Messages;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using P = Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Hub;

/// <summary>The gRPC service behind <c>DurableTaskClient</c>; status codes are those of the durable extension.</summary>
/// <param name="hub">Answers.</param>
/// <param name="token">What callers must show: whoever else is on this machine is refused.</param>
sealed class TaskHubService(TaskHub hub, HubToken token) : P.TaskHubSidecarService.TaskHubSidecarServiceBase
{
    /// <summary>A part of a streamed history, in bytes; messages of gRPC are limited to 4 MiB unless a client says otherwise.</summary>
    const int ChunkBytes = 2 << 20;

    public override Task<Empty> Hello(Empty request, ServerCallContext context) => AnswerAsync(context, () => Task.FromResult(new Empty()));

    public override Task<P.CreateInstanceResponse> StartInstance(P.CreateInstanceRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            var start = new ExecutionStartedEvent(-1, request.Input)
            {
                Name = request.Name,
                Version = request.Version,
                OrchestrationInstance = new() { InstanceId = request.InstanceId },
                ScheduledStartTime = request.ScheduledStartTimestamp?.ToDateTime(),
                Tags = request.Tags.ToDictionary(),
                ParentTraceContext = request.ParentTraceContext is { } trace ? new(trace.TraceParent, trace.TraceState) : null,
            };
            return new P.CreateInstanceResponse
            {
                InstanceId = await hub.StartAsync(start, Unreplaceable(request.OrchestrationIdReusePolicy)),
            };
        });

    /// <summary>The request names what may be replaced.</summary>
    static IEnumerable<OrchestrationStatus>? Unreplaceable(P.OrchestrationIdReusePolicy? policy) => policy is null
        ? null
        : System.Enum.GetValues<OrchestrationStatus>().Except(policy.ReplaceableStatus.Select(status => (OrchestrationStatus)status));

    public override Task<P.GetInstanceResponse> GetInstance(P.GetInstanceRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () => Found(await hub.FindAsync(request.InstanceId), request));

    public override Task<P.GetInstanceResponse> WaitForInstanceStart(P.GetInstanceRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () => Found(await hub.BegunAsync(request.InstanceId, context.CancellationToken), request));

    public override Task<P.GetInstanceResponse> WaitForInstanceCompletion(P.GetInstanceRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () => Found(await hub.EndedAsync(request.InstanceId, context.CancellationToken), request));

    static P.GetInstanceResponse Found(OrchestrationState? state, P.GetInstanceRequest request) =>
        new() { Exists = state is not null, OrchestrationState = state?.ToMessage(request.GetInputsAndOutputs) };

    public override Task<P.RaiseEventResponse> RaiseEvent(P.RaiseEventRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            await hub.RaiseAsync(request.InstanceId, request.Name, request.Input);
            return new P.RaiseEventResponse();
        });

    public override Task<P.TerminateResponse> TerminateInstance(P.TerminateRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            await hub.TerminateAsync(request.InstanceId, request.Output);
            return new P.TerminateResponse();
        });

    public override Task<P.SuspendResponse> SuspendInstance(P.SuspendRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            await hub.SuspendAsync(request.InstanceId, request.Reason);
            return new P.SuspendResponse();
        });

    public override Task<P.ResumeResponse> ResumeInstance(P.ResumeRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            await hub.ResumeAsync(request.InstanceId, request.Reason);
            return new P.ResumeResponse();
        });

    public override Task<P.RewindInstanceResponse> RewindInstance(P.RewindInstanceRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            await hub.RewindAsync(request.InstanceId, request.Reason);
            return new P.RewindInstanceResponse();
        });

    public override Task<P.RestartInstanceResponse> RestartInstance(P.RestartInstanceRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            try
            {
                return new P.RestartInstanceResponse
                {
                    InstanceId = await hub.RestartAsync(request.InstanceId, request.RestartWithNewInstanceId),
                };
            }
            catch (OrchestrationAlreadyExistsException e)
            {
                throw new RpcException(
                    new(StatusCode.FailedPrecondition, $"Non-terminal instance with this instance ID already exists: {e.Message}"));
            }
        });

    public override Task<P.QueryInstancesResponse> QueryInstances(P.QueryInstancesRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            var asked = request.Query;
            var found = await hub.QueryAsync(
                new OrchestrationQuery
                {
                    RuntimeStatus = asked.RuntimeStatus.Count == 0
                        ? null
                        : [.. asked.RuntimeStatus.Select(status => (OrchestrationStatus)status)],
                    CreatedTimeFrom = asked.CreatedTimeFrom?.ToDateTime(),
                    CreatedTimeTo = asked.CreatedTimeTo?.ToDateTime(),
                    InstanceIdPrefix = asked.InstanceIdPrefix,
                    PageSize = asked.MaxInstanceCount,
                    ContinuationToken = asked.ContinuationToken,
                    FetchInputsAndOutputs = asked.FetchInputsAndOutputs,
                    ExcludeEntities = true,
                },
                context.CancellationToken);
            return new P.QueryInstancesResponse
            {
                OrchestrationState = { found.OrchestrationState.Select(state => state.ToMessage(asked.FetchInputsAndOutputs)) },
                ContinuationToken = found.ContinuationToken,
            };
        });

    public override Task<P.PurgeInstancesResponse> PurgeInstances(P.PurgeInstancesRequest request, ServerCallContext context) =>
        AnswerAsync(context, async () =>
            new P.PurgeInstancesResponse
            {
                DeletedInstanceCount = request.RequestCase == P.PurgeInstancesRequest.RequestOneofCase.InstanceId
                    ? await hub.PurgeAsync(request.InstanceId)
                    : await hub.PurgeAsync(Filter(request.PurgeInstanceFilter)),
            });

    static PurgeInstanceFilter Filter(P.PurgeInstanceFilter asked) => new(
        asked.CreatedTimeFrom?.ToDateTime() ?? DateTime.MinValue.ToUniversalTime(), asked.CreatedTimeTo?.ToDateTime(),
        asked.RuntimeStatus.Count == 0 ? null : [.. asked.RuntimeStatus.Select(status => (OrchestrationStatus)status)]);

    public override Task StreamInstanceHistory(
        P.StreamInstanceHistoryRequest request, IServerStreamWriter<P.HistoryChunk> responseStream, ServerCallContext context) =>
        AnswerAsync(context, async () =>
        {
            if (await hub.FindAsync(request.InstanceId) is null)
                throw new RpcException(new(StatusCode.NotFound, $"Orchestration instance with ID {request.InstanceId} was not found."));
            var (chunk, bytes) = (new P.HistoryChunk(), 0);
            foreach (var message in (await hub.HistoryAsync(request.InstanceId)).Select(happened => happened.ToMessage()))
            {
                var size = message.CalculateSize();
                if (bytes + size > ChunkBytes)
                {
                    await responseStream.WriteAsync(chunk, context.CancellationToken);
                    (chunk, bytes) = (new P.HistoryChunk(), 0);
                }

                chunk.Events.Add(message);
                bytes += size;
            }

            if (bytes > 0) await responseStream.WriteAsync(chunk, context.CancellationToken);
            return true;
        });

    async Task<T> AnswerAsync<T>(ServerCallContext context, Func<Task<T>> answer)
    {
        token.Require(context);
        try
        {
            return await answer();
        }
        catch (OrchestrationAlreadyExistsException e)
        {
            throw new RpcException(new(StatusCode.AlreadyExists, e.Message));
        }
        catch (InvalidOperationException e)
        {
            throw new RpcException(new(StatusCode.FailedPrecondition, e.Message));
        }
        catch (ArgumentException e)
        {
            throw new RpcException(new(e is UnknownInstanceException ? StatusCode.NotFound : StatusCode.InvalidArgument, e.Message));
        }
    }
}
