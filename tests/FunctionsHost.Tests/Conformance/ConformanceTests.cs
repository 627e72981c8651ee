namespace FunctionsHost.Tests.Conformance;

/// <summary>One suite for both engines: what holds on the one that Azure runs holds in the simulation.</summary>
public abstract class ConformanceTests(ConformanceRun run)
{
    public static TheoryData<string> Names => [.. ConformanceRun.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case(string name) => run.CaseAsync(name).WaitAsync(2 * Stage.Patience);
}

public sealed class SimulationConformance(SimulationRun run) : ConformanceTests(run), IClassFixture<SimulationRun>;

public sealed class AzureStorageConformance(AzureStorageRun run) : ConformanceTests(run), IClassFixture<AzureStorageRun>;
