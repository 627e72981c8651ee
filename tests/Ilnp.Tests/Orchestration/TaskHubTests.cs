using DurableTask.Core.Exceptions;
using Grpc.Core;
using Ilnp.Orchestration;

namespace Ilnp.Tests.Orchestration;

public sealed class TaskHubTests
{
    [Theory]
    [InlineData(StatusCode.Unknown, true)]
    [InlineData(StatusCode.Internal, true)]
    [InlineData(StatusCode.Unavailable, true)]
    [InlineData(StatusCode.DeadlineExceeded, true)]
    [InlineData(StatusCode.ResourceExhausted, true)]
    [InlineData(StatusCode.Aborted, true)]
    [InlineData(StatusCode.Cancelled, true)]
    [InlineData(StatusCode.InvalidArgument, false)]
    [InlineData(StatusCode.Unimplemented, false)]
    [InlineData(StatusCode.PermissionDenied, false)]
    public async Task GivenAHubThatFails_WhenItIsAsked_ThenOnlyWhatMayPassIsTriedAgain(StatusCode status, bool mayPass)
    {
        await using var hub = new BrokenHub(new RpcException(new Status(status, "Storage was away.")));

        Assert.All(await ThrownAsync(hub), thrown => Assert.Equal(mayPass, thrown is TransientFailure { InnerException: RpcException }));
    }

    [Fact]
    public async Task GivenACallThatRanOutOfTime_WhenNobodyCancelledIt_ThenItIsTriedAgain()
    {
        await using var hub = new BrokenHub(new OperationCanceledException());

        Assert.All(await ThrownAsync(hub), thrown => Assert.IsType<TransientFailure>(thrown));
    }

    [Fact]
    public async Task GivenACallThatSomebodyCancelled_WhenItEnds_ThenItIsNoFailureOfTheHub()
    {
        await using var hub = new BrokenHub(new OperationCanceledException());

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => hub.FindAsync("cohort-1", cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task GivenAnInstanceOfThatId_WhenItIsStartedOnce_ThenItIsNotStartedAgainWhateverItsState()
    {
        await using var hub = new BrokenHub(new OrchestrationAlreadyExistsException("It exists."));

        Assert.False(await hub.StartOnceAsync("CohortOrchestrator", "input", "cohort-1"));
        Assert.Equal(["Completed", "Failed", "Pending", "Running", "Suspended", "Terminated"], hub.Deduped.Order());
    }

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.FailedPrecondition)]
    public async Task GivenNoRunningInstance_WhenAnEventIsRaised_ThenThatIsSaid(StatusCode status)
    {
        await using var hub = new BrokenHub(new RpcException(new Status(status, "Not running.")));

        Assert.False(await hub.TryRaiseAsync("cohort-1", "Decided", "yes"));
    }

    static async Task<IReadOnlyList<Exception?>> ThrownAsync(BrokenHub hub) =>
    [
        await Record.ExceptionAsync(() => hub.FindAsync("cohort-1")),
        await Record.ExceptionAsync(() => hub.StartOnceAsync("CohortOrchestrator", "input", "cohort-1")),
        await Record.ExceptionAsync(() => hub.TryRaiseAsync("cohort-1", "Decided", "yes")),
    ];
}
