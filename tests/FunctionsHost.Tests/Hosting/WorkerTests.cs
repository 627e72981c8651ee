using FunctionsHost.Protocol;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using RpcException = Grpc.Core.RpcException;

namespace FunctionsHost.Tests.Hosting;

/// <summary>The worker's life as the host sees it, and who may take its place.</summary>
[Collection("host")]
public sealed class WorkerTests(StorageFixture storage)
{
    [Fact(Timeout = 60_000)]
    public async Task GivenAWorkerThatNeverCalls_WhenTheHostStarts_ThenTheStartEndsAtItsLimit()
    {
        var setup = new HostSetup
        {
            Settings = new Dictionary<string, string?> { [HostSettings.StartSeconds] = "2" },
            Configure = builder =>
            {
                var calls = builder.Services.Single(service =>
                    service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "WorkerHostedService");
                builder.Services.Remove(calls);
            },
        };

        Assert.Equal(
            "The app's worker was not ready after 2 seconds.", await HostUnderTest.FailToStartAsync(storage, setup, typeof(Functions)));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAnAppThatEndsAtOnce_WhenTheHostStarts_ThenTheErrorSaysSo()
    {
        var setup = new HostSetup { Configure = builder => builder.Services.AddHostedService<EndsAtOnce>() };

        Assert.Equal(
            "The app's worker ended before it was ready: The app stopped itself.",
            await HostUnderTest.FailToStartAsync(storage, setup, typeof(Functions)));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAnAppThatEndsLater_WhenItIsCalled_ThenTheAnswerIs503AndTheHostTellsWhy()
    {
        await using var host = await HostUnderTest.StartAsync(storage, new(), typeof(Functions));
        Assert.Equal("well", await host.Client.GetStringAsync("/well"));
        Assert.False(host.Host.WorkerLost.IsCompleted);

        host.Get<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("The app stopped itself.", await host.Host.WorkerLost.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(503, (int)(await host.Client.GetAsync("/well")).StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenSeveralHosts_WhenTheyRunAtOnce_ThenEachHasItsOwnRoutesAndInstances()
    {
        var prefixes = new[] { "one", "two", "three" };
        var hosts = await Task.WhenAll(prefixes.Select(prefix => HostUnderTest.StartAsync(
            storage,
            new()
            {
                HostJson = """{"version":"2.0","extensions":{"http":{"routePrefix":"PREFIX"}}}""".Replace(
                    "PREFIX", prefix, StringComparison.Ordinal),
            },
            typeof(Functions))));

        foreach (var (host, prefix) in hosts.Zip(prefixes))
        {
            Assert.Equal("well", await host.Client.GetStringAsync($"/{prefix}/well"));
            await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync("Echo", prefix, new StartOrchestrationOptions("same"));
            Assert.Equal(prefix, (await host.Orchestrations.WaitForInstanceCompletionAsync("same", true)).ReadOutputAs<string>());
        }

        foreach (var host in hosts) await host.DisposeAsync();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("worker-1")]
    [InlineData(null)]
    public async Task GivenAStranger_WhenItCallsAsTheWorker_ThenItIsRefused(string? id)
    {
        await using var host = await HostUnderTest.StartAsync(storage, new(), typeof(Functions));
        var settings = host.Get<IConfiguration>();
        using var channel = GrpcChannel.ForAddress(settings["Functions:Worker:HostEndpoint"]!);

        // With the right id (null here) it would be a second worker.
        var refusal = await RefusalAsync(channel, id ?? settings["Functions:Worker:WorkerId"]!);

        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        Assert.Equal("well", await host.Client.GetStringAsync("/well"));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(null)]
    [InlineData("Storage")]
    public async Task GivenAStranger_WhenItAsksTheTaskHub_ThenItIsRefused(string? connection)
    {
        await using var host = await HostUnderTest.StartAsync(storage, new(), typeof(Functions));
        using var http = new HttpClient();
        if (connection is not null) http.DefaultRequestHeaders.Add("durable-connectionname", connection);
        var address = host.Get<IConfiguration>()["Functions:Worker:HostEndpoint"]!;
        using var channel = GrpcChannel.ForAddress(address, new() { HttpClient = http });
        var options = new GrpcDurableTaskClientOptions { Channel = channel };
        await using var client = new GrpcDurableTaskClient("stranger", options, host.Get<ILogger<GrpcDurableTaskClient>>());

        var refusal = await Assert.ThrowsAsync<RpcException>(() => client.GetInstanceAsync("any", CancellationToken.None));

        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenLevels_WhenTheAppLogs_ThenOneLogHasItsLinesUnlessTheirLevelIsTooLow()
    {
        var setup = new HostSetup
        {
            HostJson =
                """{"version":"2.0","logging":{"logLevel":{"default":"Information","Quiet":"Error"}},"extensions":{"http":{"routePrefix":""}}}""",
            Settings = new Dictionary<string, string?> { ["Logging:LogLevel:Loud"] = "Debug" },
        };
        await using var host = await HostUnderTest.StartAsync(storage, setup, typeof(Functions));

        await host.Client.GetStringAsync("/logs");

        var expected = new[] { "Loud Debug", "Loud Warning", "Plain Warning", "Quiet Error" };
        while (Seen().Count() < expected.Length) await Task.Delay(20); // the worker's lines come by another way than its answer
        Assert.Equal(expected, Seen());

        IEnumerable<string> Seen() =>
            host.Logs.Where(line => line.Text == "a line").Select(line => $"{line.Category} {line.Level}").Order();
    }

    static async Task<RpcException> RefusalAsync(GrpcChannel channel, string id)
    {
        var marshaller = Marshallers.Create(
            (StreamingMessage message) => Google.Protobuf.MessageExtensions.ToByteArray(message), StreamingMessage.Parser.ParseFrom);
        var method = new Method<StreamingMessage, StreamingMessage>(
            MethodType.DuplexStreaming, "AzureFunctionsRpcMessages.FunctionRpc", "EventStream", marshaller, marshaller);
        using var call = channel.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, default);
        await call.RequestStream.WriteAsync(new() { StartStream = new() { WorkerId = id } });
        return await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
    }

    sealed class EndsAtOnce(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }
    }

    public static class Functions
    {
        [Function("Well")]
        public static IActionResult Well([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "well")] HttpRequest request) =>
            new ContentResult { Content = "well" };

        [Function("Echo")]
        public static string Echo([OrchestrationTrigger] TaskOrchestrationContext context) => context.GetInput<string>()!;

        [Function("Logs")]
        public static IActionResult Logs(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "logs")] HttpRequest request, FunctionContext context)
        {
            var levels = new[]
            {
                ("Loud", LogLevel.Debug), ("Loud", LogLevel.Warning), ("Plain", LogLevel.Debug),
                ("Plain", LogLevel.Warning), ("Quiet", LogLevel.Warning), ("Quiet", LogLevel.Error),
            };
            foreach (var (category, level) in levels)
                context.InstanceServices.GetRequiredService<ILoggerFactory>().CreateLogger(category).Log(level, "a line");
            return new OkResult();
        }
    }
}
