using DurableTask.Core.History;
using Ilnp.Operations;
using Ilnp.Orchestration;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Orchestration.Retries;

/// <summary>Activities that meet an outage, and orchestrations let go on afterwards, on the real worker.</summary>
public sealed class OutageTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    static readonly double[] Round = [5, 15, 45, 135, 405, 1215, 3600, 3600, 3600];

    AskingHost? host;

    AskingHost Host => host!;

    public async Task InitializeAsync() => host = await AskingHost.StartAsync(azurite.ConnectionString);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task GivenAShortOutage_WhenTheActivityWorksAgain_ThenTheOrchestrationNeverSawAFailure()
    {
        Host.Troubles.Next = (_, _, tries) => tries <= 3 ? Outage() : null;

        var ended = await Host.RunAsync(nameof(Asking.AskOne), "Ann");

        Assert.Equal("Ann answers", ended.ReadOutputAs<string>());
        Assert.Equal([5, 15, 45], Host.Troubles.Waits(nameof(Asking.Ask), "Ann"));
        Assert.Equal([5, 15, 45], Host.Troubles.Waits(nameof(Asking.Tell), "Ann answers"));
        var history = await HistoryAsync(nameof(Asking.AskOne));
        Assert.Empty(history.OfType<TaskFailedEvent>());
        Assert.Contains(history.OfType<TaskCompletedEvent>(), tried => tried.Result == """{"$tryLater":"Storage answered 503."}""");
    }

    [Fact]
    public async Task GivenALongOutage_WhenLetGoOnAfterIt_ThenTriesBeginAnewUntilItIsDone()
    {
        Host.Troubles.Next = (activity, _, tries) => activity == nameof(Asking.Ask) && tries <= 12 ? Outage() : null;

        var failed = await Host.RunAsync(nameof(Asking.AskOne), "Ann");
        var reading = await ReadingAsync(nameof(Asking.AskOne));
        var ended = await Host.LetGoOnAsync(nameof(Asking.AskOne));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal((CauseKind.Outage, nameof(Asking.Ask), true), (reading.Cause.Kind, reading.Cause.Activity, reading.CanGoOn));
        Assert.Equal("Ann answers", ended.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        var waits = Host.Troubles.Waits(nameof(Asking.Ask), "Ann").ToList();
        Assert.Equal(Round, waits.Take(9));
        Assert.InRange(waits[9], 3 * 3600, 24 * 3600);
        Assert.Equal([5, 15], waits.Skip(10));
    }

    [Fact]
    public async Task GivenAnOutageOfTwoRounds_WhenLetGoOnTwice_ThenItFailsAgainAndIsDone()
    {
        Host.Troubles.Next = (activity, _, tries) => activity == nameof(Asking.Tell) && tries <= 20 ? Outage() : null;

        await Host.RunAsync(nameof(Asking.AskOne), "Ann");
        var again = await Host.LetGoOnAsync(nameof(Asking.AskOne));
        var ended = await Host.LetGoOnAsync(nameof(Asking.AskOne));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, again.RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal((1, 21), (Host.Troubles.Tries(nameof(Asking.Ask), "Ann"), Host.Troubles.Tries(nameof(Asking.Tell), "Ann answers")));
    }

    [Fact]
    public async Task GivenSeveralAtTheSameTime_WhenSomeGiveUpAndOthersRecover_ThenEachIsDoneWhenLetGoOn()
    {
        Host.Troubles.Next = (activity, who, tries) => (activity, who) switch
        {
            (nameof(Asking.Ask), "Ann" or "Bob") when tries <= 10 => Outage(),
            (nameof(Asking.Ask), "Cyd") when tries <= 4 => Outage(),
            (nameof(Asking.Ask), "Dan") when tries <= 5 => tries == 5 ? new FormatException("No number.") : Outage(),
            _ => null,
        };

        var failed = await Host.RunAsync(nameof(Asking.AskAll), new[] { "Ann", "Bob", "Cyd", "Dan", "Eve" });
        var reading = await ReadingAsync(nameof(Asking.AskAll));
        var ended = await Host.LetGoOnAsync(nameof(Asking.AskAll));

        Assert.Equal((OrchestrationRuntimeStatus.Failed, true), (failed.RuntimeStatus, reading.CanGoOn));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(
            [11, 11, 5, 6, 1],
            new[] { "Ann", "Bob", "Cyd", "Dan", "Eve" }.Select(who => Host.Troubles.Tries(nameof(Asking.Ask), who)));
    }

    [Fact]
    public async Task GivenARecoveredActivity_WhenAnotherFailsForGood_ThenItIsLetGoOn()
    {
        Host.Troubles.Next = (activity, _, tries) => activity == nameof(Asking.Ask)
            ? tries <= 2 ? new InvalidOperationException("Not now.", Outage()) : null
            : tries == 1 ? new FormatException("No number.") : null;

        var failed = await Host.RunAsync(nameof(Asking.AskOne), "Ann");
        var reading = await ReadingAsync(nameof(Asking.AskOne));
        var waited = await WaitedAsync(nameof(Asking.AskOne));
        var ended = await Host.LetGoOnAsync(nameof(Asking.AskOne));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal(waited, await WaitedAsync(nameof(Asking.AskOne)));
        Assert.Equal(new(CauseKind.Activity, nameof(Asking.Tell), "System.FormatException"), reading.Cause);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal((3, 2), (Host.Troubles.Tries(nameof(Asking.Ask), "Ann"), Host.Troubles.Tries(nameof(Asking.Tell), "Ann answers")));
    }

    [Fact]
    public async Task GivenALongOutageBelow_WhenTheTopmostIsLetGoOn_ThenBothAreDone()
    {
        Host.Troubles.Next = (activity, _, tries) => activity == nameof(Asking.Ask) && tries <= 10 ? Outage() : null;

        var failed = await Host.RunAsync(nameof(Asking.AskBelow), "Ann");
        var ended = await Host.LetGoOnAsync(nameof(Asking.AskBelow));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal("Ann answers", ended.ReadOutputAs<string>());
    }

    static TransientFailure Outage() => new("Storage answered 503.");

    Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string instanceId) => Host.Client.HistoryAsync(instanceId);

    /// <summary>When timers fired: what a rewind keeps, keeps its time.</summary>
    async Task<IReadOnlyList<DateTime>> WaitedAsync(string instanceId) =>
        [.. (await HistoryAsync(instanceId)).OfType<TimerFiredEvent>().Select(fired => fired.Timestamp)];

    async Task<FailureReading> ReadingAsync(string instanceId) => FailureReading.Of(await HistoryAsync(instanceId));
}
