using System.Text.Json;
using FunctionsHost.Durable.Hub;
using FunctionsHost.Functions;
using FunctionsHost.Protocol;

namespace FunctionsHost.Durable;

/// <summary>Fills <c>[DurableClient]</c> parameters: where the task hub is, and what its clients show there.</summary>
/// <param name="hubName">The task hub's.</param>
/// <param name="token">This run's secret.</param>
/// <param name="management">Base address of the management API and the query that its links need, once the host listens.</param>
sealed class DurableClientBinding(string hubName, HubToken token, Func<(string BaseUrl, string Query)> management) : IInputBindings
{
    string? client;

    /// <summary>The gRPC server of the hub; set before anything is invoked.</summary>
    public Uri? Hub { get; set; }

    public IEnumerable<ParameterBinding> For(FunctionDescription function) => function.Bindings
        .Where(binding => binding.Is("durableClient"))
        .Select(binding => new ParameterBinding { Name = binding.Name, Data = new() { String = client ??= Client() } });

    /// <summary>The names are those that the worker's extension reads, in this case.</summary>
    string Client()
    {
        var (baseUrl, query) = management();
        return JsonSerializer.Serialize(new
        {
            rpcBaseUrl = Hub!.ToString(),
            taskHubName = hubName,
            connectionName = token.Value,
            requiredQueryStringParameters = query,
            httpBaseUrl = baseUrl,
            maxGrpcMessageSizeInBytes = int.MaxValue,
            grpcHttpClientTimeout = JsonSerializer.Serialize(TimeSpan.FromSeconds(100)),
        });
    }
}
