namespace FunctionsHost.Tests.Conformance;

/// <summary>Where a case is played: one engine, and what cases ask of it again and again.</summary>
/// <param name="Engine">Which one.</param>
/// <param name="Client">The client that functions get.</param>
/// <param name="Clock">All time; real on the engine that has no other.</param>
/// <param name="Worker">The worker's own services.</param>
public sealed record Stage(EngineKind Engine, DurableTaskClient Client, TimeProvider Clock, IServiceProvider Worker)
{
    /// <summary>Real time that anything may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(75);

    public bool IsSimulated => Engine == EngineKind.Simulation;

    /// <summary>Keeps simulated time still, so that long waits do not pass before the case has done its part.</summary>
    public IDisposable HoldStill() => Clock.HoldStill();

    public Task<string> StartAsync(TaskName name, object? input = null, StartOrchestrationOptions? options = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, options);

    public async Task<OrchestrationMetadata> RunAsync(TaskName name, object? input = null, StartOrchestrationOptions? options = null) =>
        await EndAsync(await StartAsync(name, input, options));

    /// <summary>Starts an orchestration, waits for its end and reads what it returned.</summary>
    public async Task<T> ResultAsync<T>(TaskName name, object? input = null)
    {
        var end = await RunAsync(name, input);
        Assert.True(end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{name}: {end.RuntimeStatus} {end.SerializedOutput}");
        return end.ReadOutputAs<T>()!;
    }

    public Task<OrchestrationMetadata> EndAsync(string instanceId) =>
        Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true).WaitAsync(Patience);

    /// <summary>Starts an orchestration and returns when it has begun.</summary>
    public async Task<string> BegunAsync(TaskName name, object? input = null, StartOrchestrationOptions? options = null)
    {
        var id = await StartAsync(name, input, options);
        await Client.WaitForInstanceStartAsync(id).WaitAsync(Patience);
        return id;
    }

    /// <summary>Waits until an instance is as it should be.</summary>
    public async Task<OrchestrationMetadata> UntilAsync(string instanceId, Func<OrchestrationMetadata, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, patience.Token) is { } found && isSo(found))
                return found;
            await Task.Delay(50, patience.Token); // real time: clients are not told
        }
    }

    public Task<OrchestrationMetadata> UntilAsync(string instanceId, OrchestrationRuntimeStatus status) =>
        UntilAsync(instanceId, found => found.RuntimeStatus == status);
}
