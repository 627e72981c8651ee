using Grpc.Net.Client;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Logging.Abstractions;

namespace FunctionsHost.Durable.Hub;

/// <summary>The published client, for whoever runs the host: the same that functions get.</summary>
static class HubClient
{
    public static DurableTaskClient Create(Uri hub, HubToken token, DataConverter data)
    {
        var http = new HttpClient(new SocketsHttpHandler { EnableMultipleHttp2Connections = true }) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add(HubToken.Header, token.Value);
        var channel = GrpcChannel.ForAddress(
            hub, new GrpcChannelOptions { HttpClient = http, DisposeHttpClient = true, MaxReceiveMessageSize = int.MaxValue });
        return new GrpcDurableTaskClient(
            "local", new GrpcDurableTaskClientOptions { Channel = channel, DataConverter = data }, NullLogger.Instance);
    }
}
