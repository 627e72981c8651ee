using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Mail;

public sealed class MailerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    readonly string cohort = $"c{Guid.NewGuid():N}";
    readonly SetClock clock = new();
    readonly ScriptedSender willing = new(new SendResult.Accepted("provider-1"));

    public Task InitializeAsync() => new CohortStore(azurite.Tables).TryAddAsync(SampleMail.Cohort(cohort));

    public Task DisposeAsync() => Task.CompletedTask;

    MailProcess Process(IMailSender sender) => new(azurite, clock, sender);

    MailMessage Pulse => SampleMail.Of("pulse", cohort);

    [Fact]
    public async Task GivenANewKey_WhenSent_ThenTheLedgerHasTheProvidersId()
    {
        using var process = Process(willing);

        Assert.Equal(MailOutcome.Sent, await process.Mailer.SendAsync(Pulse));

        var entry = await process.Ledger.FindAsync(Pulse.Key);
        Assert.Equal((MailStatus.Sent, "provider-1", 1), (entry!.Status, entry.ProviderId, entry.Attempts));
    }

    [Fact]
    public async Task GivenASentMail_WhenAskedForAgain_ThenNothingGoesOut()
    {
        using var process = Process(willing);
        await process.Mailer.SendAsync(Pulse);
        using var later = Process(willing);

        Assert.Equal(MailOutcome.AlreadySent, await later.Mailer.SendAsync(Pulse));
        Assert.Single(willing.Attempts);
    }

    [Fact]
    public async Task GivenTwentyRequestsOfOneKey_WhenTheyRunAtOnce_ThenOneMailGoesOut()
    {
        using var process = Process(willing);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => process.Mailer.SendAsync(Pulse))));

        Assert.Single(outcomes, MailOutcome.Sent);
        Assert.Equal(19, outcomes.Count(outcome => outcome == MailOutcome.AlreadySent));
        Assert.Single(willing.Attempts);
    }

    [Fact]
    public async Task GivenTwoProcesses_WhenOneIsSending_ThenTheOtherIsToldToComeBack()
    {
        var (begun, answer) = (new TaskCompletionSource(), new TaskCompletionSource<SendResult>());
        var slow = new ScriptedSender(_ =>
        {
            begun.SetResult();
            return answer.Task;
        });
        using var first = Process(slow);
        using var second = Process(willing);
        var sending = first.Mailer.SendAsync(Pulse);
        await begun.Task;

        await Assert.ThrowsAsync<TransientFailure>(() => second.Mailer.SendAsync(Pulse));

        answer.SetResult(new SendResult.Accepted("provider-1"));
        Assert.Equal(MailOutcome.Sent, await sending);
        Assert.Equal(MailOutcome.AlreadySent, await second.Mailer.SendAsync(Pulse));
        Assert.Empty(willing.Attempts);
    }

    [Fact]
    public async Task GivenACrashWhileSending_WhenTheLeaseIsOver_ThenItIsUnknownAndListedAndNeverSentAgain()
    {
        using (var crashing = Process(new ScriptedSender(_ => throw new OperationCanceledException())))
            await Assert.ThrowsAsync<OperationCanceledException>(() => crashing.Mailer.SendAsync(Pulse));
        using var next = Process(willing);
        await Assert.ThrowsAsync<TransientFailure>(() => next.Mailer.SendAsync(Pulse));
        Assert.Empty(await next.Ledger.ListUnknownAsync(cohort));

        clock.Now += TimeSpan.FromMinutes(15);

        Assert.Single(await next.Ledger.ListUnknownAsync(cohort));
        Assert.Equal(MailOutcome.Unknown, await next.Mailer.SendAsync(Pulse));
        Assert.Equal(MailOutcome.Unknown, await next.Mailer.SendAsync(Pulse));
        Assert.Equal("pulse", Assert.Single(await next.Ledger.ListUnknownAsync(cohort)).Template);
        Assert.Empty(willing.Attempts);
    }

    [Fact]
    public async Task GivenAnAttemptThatBrokeOffInThisProcess_WhenAskedForAgain_ThenItIsUnknownWithoutWaiting()
    {
        using var process = Process(new ScriptedSender(_ => throw new InvalidOperationException("a defect")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => process.Mailer.SendAsync(Pulse));

        Assert.Equal(MailOutcome.Unknown, await process.Mailer.SendAsync(Pulse));
    }

    [Theory]
    [InlineData(true, MailOutcome.AlreadySent)]
    [InlineData(false, MailOutcome.Failed)]
    public async Task GivenAnUnknownMail_WhenAPersonResolvesIt_ThenTheirWordCountsAndNothingIsSent(bool arrived, MailOutcome expected)
    {
        using (var unclear = Process(new ScriptedSender(new SendResult.Unclear("timeout"))))
            Assert.Equal(MailOutcome.Unknown, await unclear.Mailer.SendAsync(Pulse));
        using var next = Process(willing);

        Assert.True(await next.Ledger.ResolveAsync(Pulse.Key, arrived));

        Assert.False(await next.Ledger.ResolveAsync(Pulse.Key, arrived));
        Assert.Equal(expected, await next.Mailer.SendAsync(Pulse));
        Assert.Empty(willing.Attempts);
    }

    [Fact]
    public async Task GivenABusyProvider_WhenAskedForAgain_ThenItIsSentThen()
    {
        var answers = new Queue<SendResult>([new SendResult.TryLater("http-429"), new SendResult.Accepted("provider-2")]);
        using var process = Process(new ScriptedSender(_ => Task.FromResult(answers.Dequeue())));

        await Assert.ThrowsAsync<TransientFailure>(() => process.Mailer.SendAsync(Pulse));
        Assert.Equal(MailStatus.Released, (await process.Ledger.FindAsync(Pulse.Key))!.Status);

        Assert.Equal(MailOutcome.Sent, await process.Mailer.SendAsync(Pulse));
        Assert.Equal(2, (await process.Ledger.FindAsync(Pulse.Key))!.Attempts);
    }

    [Fact]
    public async Task GivenARefusal_WhenAskedForAgain_ThenItStaysFailedWithItsReason()
    {
        using var process = Process(new ScriptedSender(new SendResult.Refused("http-400")));

        Assert.Equal(MailOutcome.Failed, await process.Mailer.SendAsync(Pulse));
        Assert.Equal(MailOutcome.Failed, await process.Mailer.SendAsync(Pulse));
        Assert.Equal("http-400", (await process.Ledger.FindAsync(Pulse.Key))!.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("a@b.example\r\nBcc: everyone@example.org")]
    [InlineData("a@b.example, c@d.example")]
    public async Task GivenNoAddress_WhenSent_ThenItFailsWithoutAnAttempt(string address)
    {
        using var process = Process(willing);

        Assert.Equal(MailOutcome.Failed, await process.Mailer.SendAsync(Pulse with { To = new("X", address) }));
        Assert.Equal("no-address", (await process.Ledger.FindAsync(Pulse.Key))!.Reason);
        Assert.Empty(willing.Attempts);
    }

    [Fact]
    public async Task GivenAMissingModelValue_WhenSent_ThenNothingIsClaimed()
    {
        using var process = Process(willing);

        await Assert.ThrowsAsync<Ilnp.Mail.Rendering.MailTemplateException>(
            () => process.Mailer.SendAsync(Pulse with { Model = new Dictionary<string, object?>() }));
        Assert.Null(await process.Ledger.FindAsync(Pulse.Key));
    }

    [Theory]
    [InlineData(MailStream.Optional, MailStream.Optional, MailOutcome.Suppressed)]
    [InlineData(MailStream.Optional, MailStream.Essential, MailOutcome.Sent)]
    [InlineData(MailStream.Essential, MailStream.Optional, MailOutcome.Suppressed)]
    [InlineData(MailStream.Essential, MailStream.Essential, MailOutcome.Suppressed)]
    public async Task GivenASuppressedAddress_WhenSent_ThenOnlyTheOtherStreamGoesOut(
        MailStream off, MailStream stream, MailOutcome expected)
    {
        using var process = Process(willing);
        var message = Pulse with { Stream = stream, To = new("X", $"{cohort}-{off}@example.org") };
        await process.Suppressions.AddAsync(MailParts.Addresses.Of(message.To.Address.ToUpperInvariant()), off, "unsubscribed");

        Assert.Equal(expected, await process.Mailer.SendAsync(message));
    }

    [Fact]
    public async Task GivenAnAddressThatCameOffTheList_WhenAskedForAgain_ThenItIsSent()
    {
        using var process = Process(willing);
        var message = Pulse with { To = new("X", $"{cohort}@example.org") };
        var hash = MailParts.Addresses.Of(message.To.Address);
        await process.Suppressions.AddAsync(hash, MailStream.Essential, "bounced");
        Assert.Equal(MailOutcome.Suppressed, await process.Mailer.SendAsync(message));

        await process.Suppressions.RemoveAsync(hash, MailStream.Essential);

        Assert.Equal(MailOutcome.Sent, await process.Mailer.SendAsync(message));
    }

    [Fact]
    public async Task GivenAStepsMails_WhenListed_ThenTheyAreOnePrefix()
    {
        using var process = Process(willing);
        foreach (var occurrence in new[] { "1", "2" })
            foreach (var person in new[] { "P1", "P2" })
                await process.Mailer.SendAsync(SampleMail.Of("prompt", cohort, person, occurrence));
        await process.Mailer.SendAsync(Pulse);

        Assert.Equal(4, (await process.Ledger.ListAsync(cohort, "prompt")).Count);
        Assert.Equal(["P1", "P2"], (await process.Ledger.ListAsync(cohort, "prompt", "2")).Select(entry => entry.Key.PersonId));
    }
}
