using System.Text.Json;
using EmbeddedFunctions.Engine.Orchestrations;
using Ilnp.Intake;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace Ilnp.Tests.Orchestrations.Golden;

/// <summary>A running cohort goes on with the code of the next release: what it has done must fit what that code does.</summary>
public sealed class GoldenHistoryTests : IClassFixture<GoldenHistories>
{
    static readonly JsonDataConverter AsTheWorkerWrites = new(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });

    public static TheoryData<string> Shipped() => [.. AppOrchestrators.Names];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void GivenHistoriesOfAShippedOrchestrator_WhenReplayedOverTodaysCode_ThenEachCallIsMadeAgain(string orchestrator)
    {
        var histories = GoldenHistories.Of(orchestrator);

        Assert.NotEmpty(histories);
        Assert.All(histories, history => history.Replay(AppOrchestrators.Get(orchestrator), AsTheWorkerWrites));
    }

    [Fact]
    public void GivenTheHistories_WhenComparedWithTheApp_ThenEachOrchestratorHasSomeAndNoneIsLeftOver()
        => Assert.Equal(AppOrchestrators.Names, GoldenHistories.Orchestrators().Order(StringComparer.Ordinal));

    [Fact]
    public void GivenTheHistories_WhenSearched_ThenTheyHoldNoAddressAndAreSmall()
    {
        Assert.All(GoldenHistories.Texts(), text => Assert.DoesNotContain("@", text, StringComparison.Ordinal));
        Assert.InRange(GoldenHistories.Texts().Sum(text => text.Length), 1, 400_000);
    }

    [Fact]
    public void GivenCodeThatMakesItsCallsInAnotherOrder_WhenAHistoryIsReplayedOverIt_ThenTheErrorNamesBothCalls()
    {
        var history = GoldenHistories.Of(nameof(IntakeOrchestrator))[0];
        var reordered = FuncTaskOrchestrator.Create<SubmissionReceived, object?>(async (context, submission) =>
        {
            await context.CallActivityAsync(nameof(IntakeActivities.AcknowledgeApplication), submission);
            await context.CallActivityAsync(nameof(IntakeActivities.RegisterApplication), submission);
            return null;
        });

        var error = Assert.Throws<NonDeterministicOrchestrationException>(() => history.Replay(reordered, AsTheWorkerWrites));

        foreach (var part in new[] { $"'{nameof(IntakeOrchestrator)}'", $"'{history.InstanceId}'", "call 0, activity 'RegisterApplication'", "call 0, activity 'AcknowledgeApplication'" })
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenCodeThatForgetsACall_WhenAHistoryIsReplayedOverIt_ThenThatIsAnError()
    {
        var history = GoldenHistories.Of(nameof(IntakeOrchestrator))[0];
        var shortened = FuncTaskOrchestrator.Create<SubmissionReceived, object?>(async (context, submission)
            => await context.CallActivityAsync<object>(nameof(IntakeActivities.RegisterApplication), submission));

        var error = Assert.Throws<NonDeterministicOrchestrationException>(() => history.Replay(shortened, AsTheWorkerWrites));

        Assert.Contains("no further call", error.Message, StringComparison.Ordinal);
    }
}
