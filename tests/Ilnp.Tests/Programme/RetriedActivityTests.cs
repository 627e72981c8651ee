using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Ilnp.Programme;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;

namespace Ilnp.Tests.Programme;

/// <summary>What the worker's own runner does next after an activity's failure, told as the host tells it.</summary>
public sealed class RetriedActivityTests
{
    static readonly Timestamp Now = Timestamp.FromDateTime(new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void GivenStorageThatIsAway_WhenAnActivityFails_ThenItIsTriedAgainAfterFiveSeconds()
    {
        var action = Assert.Single(After(Failure("Ilnp.Programme.TransientFailure")));

        Assert.Equal(Now.ToDateTime().AddSeconds(5), action.CreateTimer.FireAt.ToDateTime());
    }

    [Fact]
    public void GivenAnExceptionAroundIt_WhenAnActivityFails_ThenItIsTriedAgain() =>
        Assert.NotNull(Assert.Single(After(Failure("System.AggregateException", Failure("Ilnp.Programme.TransientFailure")))).CreateTimer);

    [Theory]
    [InlineData("Azure.RequestFailedException")]
    [InlineData("System.InvalidOperationException")]
    public void GivenAFailureForGood_WhenAnActivityFails_ThenTheOrchestrationFails(string type) =>
        Assert.Equal(OrchestrationStatus.Failed, Assert.Single(After(Failure(type))).CompleteOrchestration.OrchestrationStatus);

    static IReadOnlyList<OrchestratorAction> After(TaskFailureDetails failure)
    {
        var request = new OrchestratorRequest { InstanceId = "cohort-1" };
        request.PastEvents.Add(new HistoryEvent { EventId = -1, Timestamp = Now, OrchestratorStarted = new() });
        request.PastEvents.Add(new HistoryEvent
        {
            EventId = -1,
            Timestamp = Now,
            ExecutionStarted = new() { Name = "Asking", OrchestrationInstance = new() { InstanceId = "cohort-1", ExecutionId = "1" } },
        });
        request.PastEvents.Add(new HistoryEvent { EventId = 0, Timestamp = Now, TaskScheduled = new() { Name = "Ask" } });
        request.NewEvents.Add(new HistoryEvent { EventId = -1, Timestamp = Now, OrchestratorStarted = new() });
        var failed = new TaskFailedEvent { TaskScheduledId = 0, FailureDetails = failure };
        request.NewEvents.Add(new HistoryEvent { EventId = -1, Timestamp = Now, TaskFailed = failed });
        var answer = GrpcOrchestrationRunner.LoadAndRun<object, object>(Convert.ToBase64String(request.ToByteArray()), AskAsync);
        return OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer)).Actions;
    }

    static async Task<object?> AskAsync(Microsoft.DurableTask.TaskOrchestrationContext context, object? nothing)
    {
        await context.Do("Ask", "who");
        return nothing;
    }

    static TaskFailureDetails Failure(string type, TaskFailureDetails? inner = null) =>
        new() { ErrorType = type, ErrorMessage = "Storage answered 503 (ServerBusy).", InnerFailure = inner };
}
