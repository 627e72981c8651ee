using FunctionsHost.Protocol;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace FunctionsHost.Worker;

/// <summary>Where the worker calls: one stream for as long as it lives.</summary>
sealed class FunctionRpcService(ExpectedWorker expected, IHostApplicationLifetime lifetime) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)
            || expected.Take(requestStream.Current.StartStream?.WorkerId) is not { } channel)
            throw new Grpc.Core.RpcException(
                new(StatusCode.PermissionDenied, "This host waits for the worker that it started, and for no other."));

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await channel.CarryAsync(requestStream, responseStream, ending.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or Grpc.Core.RpcException)
        {
            await channel.HungUpAsync("The connection to the worker ended.");
        }
    }
}
