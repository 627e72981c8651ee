using System.Net;
using Ilnp.Intake;
using Ilnp.Intake.Rounds;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Intake.Rounds;

/// <summary>Messages that come within seconds of each other, on the real host and real storage.</summary>
public sealed class IntakeRoundTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static readonly TimeSpan Lasting = IntakeRound.Length + IntakeRound.Grace;

    [Fact]
    public async Task GivenManyMessagesAtOnce_WhenTheirRoundEnds_ThenOneOrchestrationHasTakenAllInAndNoneWaits()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(number => host.PostOwnAsync(IntakeWebhookTests.Message($"p{number}@example.org"))));
        var rounds = await host.CompletedAsync();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.StartsWith($"intake-{host.Cohort.Id}-round-", Assert.Single(rounds).InstanceId, StringComparison.Ordinal);
        Assert.Equal(30, (await host.Get<PeopleStore>().ListAsync(host.Cohort.Id)).Count);
        Assert.Equal(30, host.Mail.GetFiles("*.eml").Length);
        Assert.Empty(await host.Get<WaitingMessages>().ListAsync(RoundOf(rounds[0])));
    }

    /// <summary>Whoever applies alone does not wait for a round's end.</summary>
    [Fact]
    public async Task GivenAMessageThatComesAlone_WhenTakenIn_ThenItsSenderIsAnsweredBeforeTheRoundEnds()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.PostOwnAsync(IntakeWebhookTests.Message("alone@example.org"));
        await host.MailedAsync(1);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, Assert.Single(await host.CompletedAsync()).RuntimeStatus);
        Assert.Single(host.Mail.GetFiles("*.eml"));
    }

    [Fact]
    public async Task GivenMessagesSecondsAfterEachOther_WhenTheirRoundsEnd_ThenEachIsTakenInOnce()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        for (var number = 0; number < 12; number++)
        {
            await host.PostOwnAsync(IntakeWebhookTests.Message($"p{number}@example.org"));
            host.Clock.Now += TimeSpan.FromSeconds(1.3);
        }

        var rounds = await host.CompletedAsync();
        Assert.InRange(rounds.Count, 4, 5);
        Assert.All(rounds, round => Assert.Equal(OrchestrationRuntimeStatus.Completed, round.RuntimeStatus));
        Assert.Equal(12, (await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id)).Count);
        Assert.Equal(12, host.Mail.GetFiles("*.eml").Length);
    }

    /// <summary>A clock that was put back brings no message into a round that has ended.</summary>
    [Fact]
    public async Task GivenAClockThatIsPutBack_WhenAMessageComes_ThenItIsTakenIn()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.PostOwnAsync(IntakeWebhookTests.Message("before@example.org"));
        await host.CompletedAsync();
        await host.PostOwnAsync(IntakeWebhookTests.Message("between@example.org"));
        await host.CompletedAsync();
        host.Clock.Now -= Lasting + Lasting;
        await host.PostOwnAsync(IntakeWebhookTests.Message("after@example.org"));
        await host.PostOwnAsync(IntakeWebhookTests.Message("after2@example.org"));
        host.Clock.Now += Lasting;
        await host.CompletedAsync();

        Assert.Equal(4, (await host.Get<PeopleStore>().ListAsync(host.Cohort.Id)).Count);
    }

    [Fact]
    public async Task GivenAMessageThatCannotBeTakenIn_WhenItsRoundEnds_ThenTheOthersAreInAndItFailsByItself()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.PostOwnAsync(IntakeWebhookTests.Message("first@example.org"));
        await host.PostOwnAsync(IntakeWebhookTests.Message("lost@example.org"));
        await host.PostOwnAsync(IntakeWebhookTests.Message("last@example.org"));
        await host.MailedAsync(1);
        var first = (await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id)).Single();
        await host.LoseOneMessageAsync(but: first.ApplicationId);
        var ended = await host.CompletedAsync();
        ended = await host.CompletedAsync();

        Assert.Equal(2, (await host.Get<PeopleStore>().ListAsync(host.Cohort.Id)).Count);
        Assert.Equal(
            OrchestrationRuntimeStatus.Completed,
            Assert.Single(ended, one => one.InstanceId.Contains("-round-", StringComparison.Ordinal)).RuntimeStatus);
        Assert.Equal(
            OrchestrationRuntimeStatus.Failed,
            Assert.Single(ended, one => !one.InstanceId.Contains("-round-", StringComparison.Ordinal)).RuntimeStatus);
    }

    /// <summary>
    /// By a round's own arithmetic: what is written while it is open is there at its last look, also by a clock three seconds slow.
    /// </summary>
    [Fact]
    public void GivenAnyMoment_WhenAMessageComes_ThenItsRoundIsOpenAndLooksLater()
    {
        var random = new Random(41);
        for (var n = 0; n < 1000; n++)
        {
            var now = new DateTimeOffset(2020, 3, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 365));
            var round = IntakeRound.At(now, "p1", new("c", "a"));
            Assert.True(round.IsOpen(now) && round.Begins <= now.UtcDateTime);
            var written = Enumerable.Range(0, 200).Select(tenths => now.AddSeconds(tenths / 10.0)).Last(round.IsOpen);
            Assert.True(round.LastLook - written.UtcDateTime >= TimeSpan.FromSeconds(3), $"{now:O}");
        }
    }

    static IntakeRound RoundOf(OrchestrationMetadata instance) => instance.ReadInputAs<IntakeRound>()!;
}
