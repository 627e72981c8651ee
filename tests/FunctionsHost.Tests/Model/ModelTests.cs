using System.Text.Json;
using CsCheck;
using FunctionsHost.Tests.Conformance;
using Grpc.Core;
using Xunit.Abstractions;

namespace FunctionsHost.Tests.Model;

public sealed class ModelTests(ITestOutputHelper output)
{
    const int Cases = 120;

    /// <summary>A failing case prints its seed, to be repeated with <c>seed:</c>.</summary>
    [Fact(Timeout = 120_000)]
    public async Task GivenARandomOrchestration_WhenTheSimulationRunsIt_ThenItGivesWhatAPlainInterpreterGives()
    {
        await using var azurite = await AzuriteProcess.StartAsync(new(null, ConformanceRun.AzuriteFolder()));
        await using var clock = new SimulatedClock(new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero));
        await using var host = await OneWorker.StartAsync([typeof(ScriptFunctions)], EngineKind.Simulation, clock, azurite.ConnectionString);
        var stage = new Stage(EngineKind.Simulation, host.Orchestrations, clock, host.Services);
        clock.Start();

        await Script.Any.SampleAsync(
            script => IsRightAsync(stage, script), iter: Cases, threads: 4, writeLine: output.WriteLine, print: script => JsonSerializer.Serialize(script));
    }

    static async Task<bool> IsRightAsync(Stage stage, Script script)
    {
        var (began, end) = await RunAsync(stage, script);
        if (PlainInterpreter.Run(script) is not { } expected) return end.RuntimeStatus == OrchestrationRuntimeStatus.Failed;
        return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            && end.ReadOutputAs<long>() == expected.Total
            && (end.LastUpdatedAt - began).TotalHours == expected.Hours;
    }

    /// <summary>Time stands still until every event is raised, so that the hours can be foretold.</summary>
    static async Task<(DateTimeOffset Began, OrchestrationMetadata End)> RunAsync(Stage stage, Script script)
    {
        string id;
        DateTimeOffset began;
        using (stage.HoldStill())
        {
            began = stage.Clock.GetUtcNow();
            id = await stage.StartAsync("Script", script);
            if (script.IsSuspended)
            {
                await stage.Client.SuspendInstanceAsync(id);
                await stage.UntilAsync(id, OrchestrationRuntimeStatus.Suspended);
            }

            for (var i = 0; i < script.Times; i++)
                foreach (var hear in script.Body.Where(step => step.Kind == Kind.Hear)) await RaiseAsync(stage.Client, id, hear.Number);
            if (script.IsSuspended) await stage.Client.ResumeInstanceAsync(id);
        }

        return (began, await stage.EndAsync(id));
    }

    /// <summary>A script may have failed before all its events are raised; the client then says so.</summary>
    static async Task RaiseAsync(DurableTaskClient client, string id, int number)
    {
        try
        {
            await client.RaiseEventAsync(id, $"e{number}", number);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
        {
            Assert.True((await client.GetInstanceAsync(id))!.IsCompleted);
        }
    }
}
