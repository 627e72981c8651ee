using System.Text.Json;
using CsCheck;
using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Model;

public sealed class ModelTests
{
    readonly TestHub hub = new();

    /// <summary>A failing case prints its seed, to be repeated with <c>seed:</c>.</summary>
    [Theory]
    [InlineData(false, 120)]
    [InlineData(true, 60)]
    public async Task GivenARandomOrchestration_WhenTheEngineRunsIt_ThenItGivesWhatAPlainInterpreterGives(bool replayEveryStep, int cases)
    {
        await using var host = await hub.StartAsync(new DurableInterpreter().Register, options => options.ReplayEveryStep = replayEveryStep);
        hub.Clock.Start();

        await Script.Any.SampleAsync(async script =>
        {
            var end = await RunAsync(host.Client, script);
            if (script.Interruption == Interruption.Terminated)
                return end.RuntimeStatus == OrchestrationRuntimeStatus.Terminated && end.ReadOutputAs<string>() == "enough" && end.LastUpdatedAt == end.CreatedAt;
            if (PlainInterpreter.Run(script) is not { } expected) return end.RuntimeStatus == OrchestrationRuntimeStatus.Failed;
            return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed
                && end.ReadOutputAs<long>() == expected.Total
                && (end.LastUpdatedAt - end.CreatedAt).TotalHours == expected.Hours;
        }, iter: cases, threads: 4, print: script => JsonSerializer.Serialize(script));
    }

    /// <summary>Time stands still until every event is raised, so that the hours can be foretold.</summary>
    async Task<OrchestrationMetadata> RunAsync(DurableTaskClient client, Script script)
    {
        string id;
        using (hub.Clock.HoldStill())
        {
            id = await client.ScheduleNewOrchestrationInstanceAsync("Script", script);
            if (script.Interruption == Interruption.Suspended)
            {
                await client.SuspendInstanceAsync(id);
                await client.UntilAsync(id, OrchestrationRuntimeStatus.Suspended);
            }

            foreach (var hear in script.Body.OfType<Hear>())
            {
                for (var i = 0; i < script.Times; i++) await RaiseAsync(client, id, hear);
            }

            if (script.Interruption == Interruption.Suspended) await client.ResumeInstanceAsync(id);
            if (script.Interruption == Interruption.Terminated) await client.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", Recursive: true));
        }

        return await client.EndAsync(id);
    }

    /// <summary>A script may have failed before all its events are raised; the client then says so, as the real one does.</summary>
    static async Task RaiseAsync(DurableTaskClient client, string id, Hear hear)
    {
        try
        {
            await client.RaiseEventAsync(id, $"e{hear.Number}", hear.Number);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
        {
            Assert.True((await client.GetInstanceAsync(id))!.IsCompleted);
        }
    }
}
