using System.Text.Json;
using FunctionsHost.Durable.Dispatch;
using Google.Protobuf;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Orchestration;

/// <summary>Orchestrators run by the published worker's own replay, and activities that answer from a script.</summary>
sealed class ScriptedTasks : ITaskRunner
{
    /// <summary>As the worker writes data.</summary>
    public static readonly DataConverter Data = new JsonDataConverter(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });

    static readonly IServiceProvider Services = new ServiceCollection()
        .AddLogging()
        .AddOptions()
        .Configure<DurableTaskWorkerOptions>(options => options.DataConverter = Data)
        .AddSingleton(services => services.GetRequiredService<IOptions<DurableTaskWorkerOptions>>().Value)
        .BuildServiceProvider();

    public Dictionary<string, ITaskOrchestrator> Orchestrators { get; } = [];

    /// <summary>From input to output, both JSON.</summary>
    public Dictionary<string, Func<string, string?>> Activities { get; } = [];

    public bool HasOrchestrator(string name) => Orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => Activities.ContainsKey(name);

    public Task<OrchestratorResponse> DecideAsync(string name, OrchestratorRequest request) =>
        Task.FromResult(Decide(Orchestrators[name], request));

    /// <summary>One step, after a replay of what is past.</summary>
    public static OrchestratorResponse Decide(ITaskOrchestrator orchestrator, OrchestratorRequest request) =>
        OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(
            GrpcOrchestrationRunner.LoadAndRun(Convert.ToBase64String(request.ToByteArray()), orchestrator, Services)));

    public Task<ActivityResponse> RunAsync(string name, string instanceId, string? input) =>
        Task.FromResult(new ActivityResponse { Result = Activities[name](input ?? "null") });
}
