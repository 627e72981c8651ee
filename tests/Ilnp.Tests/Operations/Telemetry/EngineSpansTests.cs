using System.Diagnostics;
using Ilnp.Operations.Telemetry;
using Ilnp.Tests.Mail.Senders;
using Microsoft.Extensions.Configuration;

namespace Ilnp.Tests.Operations.Telemetry;

/// <summary>What a host sends of the engine where the app is a process of its own, to a collector on loopback.</summary>
public sealed class EngineSpansTests
{
    [Fact]
    public async Task GivenACollector_WhenTheEngineWorks_ThenItsSpansArriveWithoutWordsOfPeople()
    {
        await using var collector = await StandInApi.StartAsync("/v1/traces", _ => Task.CompletedTask);
        using var engine = new ActivitySource("DurableTask.Core");
        using (EngineSpans.Send(Settings(collector.Address)))
        using (var span = engine.StartActivity("orchestration:Planted"))
            span!.SetTag("durabletask.task.name", "zq001known").SetTag("input", "zq002word");

        var sent = string.Concat(collector.Requests.Select(request => request.Body));
        Assert.Contains("orchestration:Planted", sent, StringComparison.Ordinal);
        Assert.Contains("zq001known", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("zq002word", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenNoCollector_WhenAHostStarts_ThenNothingListens() => Assert.Null(EngineSpans.Send(new ConfigurationBuilder().Build()));

    static IConfiguration Settings(string collector) => new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", collector),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
    ]).Build();
}
