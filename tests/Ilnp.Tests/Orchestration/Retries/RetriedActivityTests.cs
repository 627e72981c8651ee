using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Ilnp.Orchestration;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;

namespace Ilnp.Tests.Orchestration.Retries;

/// <summary>What the worker's own runner does next after an activity's answer, told as the host tells it.</summary>
public sealed class RetriedActivityTests
{
    static readonly Timestamp Now = Timestamp.FromDateTime(new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void GivenStorageThatIsAway_WhenAnActivityAnswers_ThenItIsTriedAgainAfterFiveSeconds()
    {
        var action = Assert.Single(After(Answer("""{"$tryLater":"Storage answered 503 (ServerBusy)."}""")));

        Assert.Equal(Now.ToDateTime().AddSeconds(5), action.CreateTimer.FireAt.ToDateTime());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[\"a\"]")]
    [InlineData(null)]
    public void GivenAnyOtherAnswer_WhenAnActivityAnswers_ThenTheOrchestrationGoesOn(string? result) =>
        Assert.Equal(
            OrchestrationStatus.Completed, Assert.Single(After(Answer(result))).CompleteOrchestration.OrchestrationStatus);

    [Theory]
    [InlineData("Azure.RequestFailedException")]
    [InlineData("System.InvalidOperationException")]
    public void GivenAFailureForGood_WhenAnActivityFails_ThenTheOrchestrationFails(string type) =>
        Assert.Equal(OrchestrationStatus.Failed, Assert.Single(After(Failure(type))).CompleteOrchestration.OrchestrationStatus);

    static IReadOnlyList<OrchestratorAction> After(HistoryEvent happened)
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
        request.NewEvents.Add(happened);
        var answer = GrpcOrchestrationRunner.LoadAndRun<object, object>(Convert.ToBase64String(request.ToByteArray()), AskAsync);
        return OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer)).Actions;
    }

    static async Task<object?> AskAsync(Microsoft.DurableTask.TaskOrchestrationContext context, object? nothing)
    {
        await context.Do("Ask", "who");
        return nothing;
    }

    static HistoryEvent Answer(string? result) =>
        new() { EventId = -1, Timestamp = Now, TaskCompleted = new() { TaskScheduledId = 0, Result = result } };

    static HistoryEvent Failure(string type)
    {
        var details = new TaskFailureDetails { ErrorType = type, ErrorMessage = "Storage answered 409." };
        return new() { EventId = -1, Timestamp = Now, TaskFailed = new() { TaskScheduledId = 0, FailureDetails = details } };
    }
}
