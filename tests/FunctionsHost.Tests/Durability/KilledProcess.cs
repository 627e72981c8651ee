using FunctionsHost.Tests.Conformance;

namespace FunctionsHost.Tests.Durability;

/// <summary>The program of the processes that the test kills: this assembly, started on its own.</summary>
static class KilledProcess
{
    /// <summary>
    /// Arguments: connection string, how many instances there are. Prints OPENING, READY when the
    /// host has started, EFFECT after each side effect or AGAIN where it was there already, and at last DONE.
    /// </summary>
    public static async Task RunAsync(string[] args)
    {
        _ = Task.Run(ExitWithTheTests);
        var (storage, instances) = (args[0], int.Parse(args[1], null));
        var effects = new TableEffects(storage);
        MixedWorkload.Effect = async key => Console.WriteLine(await effects.AddAsync(key) ? "EFFECT" : "AGAIN");
        Console.WriteLine("OPENING");
        var setup = new HostSetup
        {
            Hub = "Tests",
            Engine = EngineKind.AzureStorage,
            HostJson = QuickEngine.HostJson(visibilitySeconds: 5),
        };
        await using var host = await HostUnderTest.StartAsync(storage, setup, typeof(MixedWorkload));
        Console.WriteLine("READY");
        await MixedWorkload.EnsureStartedAsync(host.Orchestrations, instances);
        for (var i = 0; i < instances; i++)
        {
            var end = await host.Orchestrations.WaitForInstanceCompletionAsync(MixedWorkload.Id(i), getInputsAndOutputs: true);
            if (end.RuntimeStatus != OrchestrationRuntimeStatus.Completed || end.ReadOutputAs<string>() != MixedWorkload.Outcome)
                Console.WriteLine($"WRONG {end.InstanceId}: {end.RuntimeStatus} {end.SerializedOutput}");
        }

        Console.WriteLine("DONE");
    }

    static void ExitWithTheTests()
    {
        while (Console.In.Read() >= 0)
        {
            // nothing is ever said
        }

        Environment.Exit(1);
    }
}
