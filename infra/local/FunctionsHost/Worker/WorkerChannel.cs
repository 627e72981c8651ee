using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using FunctionsHost.Functions;
using FunctionsHost.Protocol;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using static FunctionsHost.Protocol.StreamingMessage;

namespace FunctionsHost.Worker;

/// <summary>The conversation with one worker: sends what the host wants and matches the answers.</summary>
sealed class WorkerChannel(WorkerLogs logs, ILogger logger) : IFunctionInvoker
{
    /// <summary>How long a worker that hung up may take to end.</summary>
    static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(2);

    readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> questions = [];
    readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> invocations = [];
    readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<string> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<FunctionDescription> Functions { get; private set; } = [];

    /// <summary>Names of the app's functions that are not loaded.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    /// <summary>What the worker says that it can do.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();

    /// <summary>The worker is a process, whose exit code says more than that it hung up.</summary>
    public bool EndsWithItsProcess { get; set; }

    public bool IsConnected => connected.Task.IsCompletedSuccessfully && !lost.Task.IsCompleted;

    /// <summary>Completes when the worker is gone, with the reason.</summary>
    public Task<string> Lost => lost.Task;

    /// <summary>Waits for the worker, and has it describe and load its functions.</summary>
    /// <param name="folder">The app's.</param>
    /// <param name="serves">Which functions are loaded.</param>
    /// <param name="cancellation">Ends waiting.</param>
    /// <exception cref="FunctionsHostStartException">A function does not load; all of them are named.</exception>
    /// <exception cref="WorkerLostException">The worker ended meanwhile.</exception>
    public async Task BeginAsync(string folder, Func<FunctionDescription, bool> serves, CancellationToken cancellation)
    {
        await await Task.WhenAny(connected.Task, lost.Task).WaitAsync(cancellation);
        var hello = await AskAsync(
            new() { WorkerInitRequest = new() { HostVersion = "4.0.0", FunctionAppDirectory = folder, WorkerDirectory = folder } },
            cancellation);
        Capabilities = hello.WorkerInitResponse.Capabilities;
        var answer = (await AskAsync(
            new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } }, cancellation)).FunctionMetadataResponse;
        if (answer.Result.Status != StatusResult.Types.Status.Success)
            throw new FunctionsHostStartException($"The app's functions cannot be listed: {answer.Result.Exception?.Message}");
        var loaded = answer.FunctionMetadataResults.Select(metadata => new FunctionDescription(metadata)).ToLookup(serves);
        (Functions, LeftOut) = ([.. loaded[true]], [.. loaded[false].Select(function => function.Name).Order(StringComparer.Ordinal)]);
        await LoadAsync(cancellation);
    }

    async Task LoadAsync(CancellationToken cancellation)
    {
        var loaded = await Task.WhenAll(Functions.Select(function =>
            AskAsync(new() { FunctionLoadRequest = new() { FunctionId = function.Id, Metadata = function.Metadata } }, cancellation)));
        var failed = Functions.Zip(loaded, (function, answer) => (function.Name, answer.FunctionLoadResponse.Result))
            .Where(one => one.Result.Status != StatusResult.Types.Status.Success)
            .Select(one => $"Function {one.Name} cannot be loaded: {one.Result.Exception?.Message}").ToList();
        if (failed.Count > 0) throw new FunctionsHostStartException(string.Join(Environment.NewLine, failed));
    }

    public async Task<InvocationResponse> InvokeAsync(
        FunctionDescription function, InvocationRequest invocation, CancellationToken cancellation)
    {
        if (invocation.InvocationId.Length == 0) invocation.InvocationId = Guid.NewGuid().ToString("D");
        invocation.FunctionId = function.Id;
        invocation.TraceContext ??= new()
        {
            TraceParent = Activity.Current?.Id ?? "",
            TraceState = Activity.Current?.TraceStateString ?? "",
        };
        var answer = invocations.GetOrAdd(invocation.InvocationId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (lost.Task.IsCompleted) Fail(answer);
        await using var cancelled = cancellation.Register(() =>
            Send(new() { InvocationCancel = new() { InvocationId = invocation.InvocationId } }));
        Send(new() { InvocationRequest = invocation });
        HostMeter.Invoked(function);
        var response = await answer.Task;
        return response.Result.Status == StatusResult.Types.Status.Success
            ? response
            : throw new FunctionFailedException(function.Name, response.Result.Exception);
    }

    /// <summary>Tells the worker to end.</summary>
    public void Terminate(TimeSpan grace) =>
        Send(new() { WorkerTerminate = new() { GracePeriod = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(grace) } });

    /// <summary>The worker has ended, or is being ended: whoever waits for it is told.</summary>
    public void Lose(string reason)
    {
        if (!lost.TrySetResult(reason)) return;
        outgoing.Writer.TryComplete();
        foreach (var answer in invocations.Values) Fail(answer);
        foreach (var answer in questions.Values) answer.TrySetException(new WorkerLostException(reason));
        connected.TrySetException(new WorkerLostException(reason));
    }

    /// <summary>The conversation has ended, and so has the worker.</summary>
    public async Task HungUpAsync(string reason)
    {
        if (EndsWithItsProcess) await Task.WhenAny(lost.Task, Task.Delay(EndsWithin)); // real time: another process
        Lose(reason);
    }

    /// <summary>Carries messages both ways until one side hangs up.</summary>
    public async Task CarryAsync(
        IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> worker, CancellationToken cancellation)
    {
        var sending = SendAllAsync(worker, cancellation);
        connected.TrySetResult();
        while (await incoming.MoveNext(cancellation)) Receive(incoming.Current);
        await HungUpAsync("The worker hung up.");
        await sending;
    }

    async Task SendAllAsync(IServerStreamWriter<StreamingMessage> worker, CancellationToken cancellation)
    {
        await foreach (var message in outgoing.Reader.ReadAllAsync(cancellation)) await worker.WriteAsync(message, cancellation);
    }

    void Receive(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case ContentOneofCase.InvocationResponse:
                if (invocations.TryRemove(message.InvocationResponse.InvocationId, out var answer))
                    answer.TrySetResult(message.InvocationResponse);
                break;
            case ContentOneofCase.RpcLog: logs.Write(message.RpcLog); break;
            case ContentOneofCase.None: logger.LogDebug("The worker sent a message that this host does not know."); break;
            default:
                if (questions.TryRemove(message.RequestId, out var reply)) reply.TrySetResult(message);
                break;
        }
    }

    Task<StreamingMessage> AskAsync(StreamingMessage question, CancellationToken cancellation)
    {
        question.RequestId = Guid.NewGuid().ToString("D");
        var reply = questions.GetOrAdd(question.RequestId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (lost.Task.IsCompleted) reply.TrySetException(new WorkerLostException(lost.Task.Result));
        Send(question);
        return reply.Task.WaitAsync(cancellation);
    }

    void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    void Fail(TaskCompletionSource<InvocationResponse> answer) => answer.TrySetException(new WorkerLostException(lost.Task.Result));
}
