using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Failures on their way up, and what is kept of them.</summary>
public sealed class FailureTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenAnActivitysFailure_WhenNobodyCatchesIt_ThenTheDetailsHaveTheCallAndTheWholeChain()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Faulty", OrchestrateAsync)
            .AddActivityFunc("Breaks", (TaskActivityContext _) => throw new InvalidDataException("boom", new CustomException("inner"))));

        var failure = (await host.Client.RunAsync("Faulty")).FailureDetails!;

        Assert.Equal("Task 'Breaks' (#1) failed with an unhandled exception: boom", failure.ErrorMessage);
        Assert.Contains(nameof(OrchestrateAsync), failure.StackTrace, StringComparison.Ordinal);
        Assert.True(failure.IsCausedBy<TaskFailedException>());
        Assert.Equal("System.IO.InvalidDataException: boom", failure.InnerFailure!.ToString());
        Assert.True(failure.InnerFailure.InnerFailure!.IsCausedBy<CustomException>());
        Assert.Null(failure.InnerFailure.InnerFailure.InnerFailure);

        static async Task OrchestrateAsync(TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None); // call 0
            await context.CallActivityAsync("Breaks");
        }
    }

    [Fact]
    public async Task GivenAllOfSomeCalls_WhenTwoFail_ThenAwaitingThrowsOneOnceAllAreDoneAndBothAreKept()
    {
        var done = 0;
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("All", async context =>
            {
                var all = Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.CallActivityAsync("Odd", i)));
                await Assert.ThrowsAsync<TaskFailedException>(() => all);
                var failures = all.Exception!.InnerExceptions.Cast<TaskFailedException>().Select(failed => failed.FailureDetails.ErrorMessage);
                return $"{string.Join(", ", failures.Order())} after {done}";
            })
            .AddActivityFunc<int>("Odd", (_, i) =>
            {
                Interlocked.Increment(ref done);
                if (i % 2 == 1) throw new InvalidOperationException($"no {i}");
            }));

        Assert.Equal("no 1, no 3 after 4", (await host.Client.RunAsync("All")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenTheFirstOfSomeCalls_WhenItIsAFailure_ThenWhenAnyGivesItWithoutThrowing()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool>("Any", async context =>
            {
                var breaks = context.CallActivityAsync("Breaks");
                var first = await Task.WhenAny(breaks, context.WaitForExternalEvent<string>("Never"));
                return first == breaks && breaks.IsFaulted && breaks.Exception!.InnerException is TaskFailedException { TaskName: "Breaks", TaskId: 0 };
            })
            .AddActivityFunc("Breaks", (TaskActivityContext _) => throw new InvalidOperationException("boom")));

        Assert.True((await host.Client.RunAsync("Any")).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task GivenAnOpenActivity_WhenTheOrchestratorReturns_ThenItEndsOnlyWithTheActivity()
    {
        using var gate = new ManualResetEventSlim();
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Early", context =>
            {
                _ = context.CallActivityAsync("Slow");
                return "done";
            })
            .AddActivityFunc("Slow", (TaskActivityContext _) =>
            {
                gate.Wait(TimeSpan.FromSeconds(30));
                throw new InvalidOperationException("nobody awaits this");
            }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Early");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.WaitForInstanceStartAsync(id)).RuntimeStatus);

        gate.Set();

        Assert.Equal("done", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("orchestrator")]
    public async Task GivenAnUnknownName_WhenCalledWithAHandler_ThenTheHandlerIsNotAsked(string kind)
    {
        var asked = 0;
        var options = TaskOptions.FromRetryHandler(_ => ++asked < 3);
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc("Lost", context
            => kind == "activity" ? context.CallActivityAsync("Nowhere", options: options) : context.CallSubOrchestratorAsync("Nowhere", options: options)));

        var failure = (await host.Client.RunAsync("Lost")).FailureDetails!;

        Assert.Equal(0, asked);
        Assert.Equal(
            kind == "activity" ? ("ActivityTaskNotFound", "No activity task named 'Nowhere' was found.") : ("OrchestratorTaskNotFound", "No orchestrator task named 'Nowhere' was found."),
            (failure.InnerFailure!.ErrorType, failure.InnerFailure.ErrorMessage));
    }

    [Fact]
    public async Task GivenAFilterOfFailuresThatItselfFails_WhenACallFails_ThenTheCallsFailureIsSeen()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromHours(1)) { HandleFailure = _ => throw new InvalidOperationException("in the filter") };
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Calls", context => context.CallActivityAsync("Breaks", options: TaskOptions.FromRetryPolicy(policy)))
            .AddActivityFunc("Breaks", (TaskActivityContext _) => throw new InvalidOperationException("in the activity")));

        Assert.Equal("in the activity", (await host.Client.RunAsync("Calls")).FailureDetails!.InnerFailure!.ErrorMessage);
        Assert.Contains(hub.Logs.Lines, line => line.StartsWith("HandleFailure of a retry policy failed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task GivenASubOrchestrationThatFails_WhenRepeatedByAHandler_ThenItSeesEachAttempt(int attempts)
    {
        var (asked, runs) = (0, 0);
        var options = TaskOptions.FromRetryHandler(retry =>
        {
            if (!retry.OrchestrationContext.IsReplaying) asked++;
            return retry.LastFailure.IsCausedBy<CustomException>() && !retry.CancellationToken.IsCancellationRequested && retry.LastAttemptNumber < attempts;
        });
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Breaks", options: options))
            .AddOrchestratorFunc("Breaks", _ =>
            {
                runs++;
                throw new CustomException("again");
            }), options => options.ReplayEveryStep = true);

        var end = await host.Client.RunAsync("Parent");

        Assert.Equal((attempts, attempts), (asked, runs));
        Assert.Contains("again", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenDetails_WhenAskedForTheirCause_ThenBaseTypesCountAndStrangeNamesDoNot()
    {
        var details = TaskFailureDetails.FromException(new FileNotFoundException("no list"));

        Assert.True(details.IsCausedBy<IOException>());
        Assert.True(details.IsCausedBy<Exception>());
        Assert.False(details.IsCausedBy<ArgumentException>());
        Assert.False(new TaskFailureDetails("Nowhere.SuchException", "", null, null, null).IsCausedBy<Exception>());
        Assert.False(new TaskFailureDetails("", "", null, null, null).IsCausedBy<Exception>());
        Assert.Throws<ArgumentException>(() => details.IsCausedBy(typeof(string)));
    }

    sealed class CustomException(string message) : Exception(message);
}
