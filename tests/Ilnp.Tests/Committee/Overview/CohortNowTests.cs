using System.Text.Json;
using Ilnp.Committee.Overview;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace Ilnp.Tests.Committee.Overview;

public sealed class CohortNowTests
{
    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running, CohortState.Running, CohortPhase.Running, null)]
    [InlineData(OrchestrationRuntimeStatus.Pending, CohortState.Running, CohortPhase.Running, null)]
    [InlineData(OrchestrationRuntimeStatus.Completed, CohortState.Running, CohortPhase.Completed, null)]
    [InlineData(OrchestrationRuntimeStatus.Failed, CohortState.Stopped, CohortPhase.Running, "phase.stopped")]
    [InlineData(OrchestrationRuntimeStatus.Terminated, CohortState.Terminated, CohortPhase.Running, "phase.terminated")]
    [InlineData(OrchestrationRuntimeStatus.Suspended, CohortState.Suspended, CohortPhase.Running, "phase.suspended")]
    public void GivenACohortThatRan_WhenItsInstanceIsRead_ThenOnlyTheOneAtItsEndIsComplete(
        OrchestrationRuntimeStatus status, CohortState state, CohortPhase phase, string? halt)
    {
        var now = CohortNow.Of(new("CohortOrchestrator", "cohort-c")
        {
            RuntimeStatus = status,
            SerializedCustomStatus = JsonSerializer.Serialize(new CohortStatus(CohortPhase.Running, 2)),
            DataConverter = JsonDataConverter.Default,
        });
        Assert.Equal((state, phase, halt), (now.State, now.Status!.Phase, now.HaltKey));
    }

    [Fact]
    public void GivenNoInstanceOrOneWithoutAWord_WhenRead_ThenItIsAbsentOrAtItsFirstStep()
    {
        Assert.Equal((CohortState.Absent, "phase.unknown"), (CohortNow.Of(null).State, CohortNow.Of(null).PhaseKey));
        var failed = CohortNow.Of(new("CohortOrchestrator", "cohort-c") { RuntimeStatus = OrchestrationRuntimeStatus.Failed });
        Assert.Equal((CohortState.Stopped, "phase.planned"), (failed.State, failed.PhaseKey));
    }
}
