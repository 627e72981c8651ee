using Ilnp.Mail;
using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Programme;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Mail.Doubt;

/// <summary>A mail of which nobody knows whether it went out, sent again on a person's word: one mail at most.</summary>
public sealed class SendingAgainTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    readonly string cohort = $"c{Guid.NewGuid():N}";
    readonly SetClock clock = new();
    readonly ScriptedSender willing = new(new SendResult.Accepted("provider-1"));

    public Task InitializeAsync() => new CohortStore(azurite.Tables).TryAddAsync(SampleMail.Cohort(cohort));

    public Task DisposeAsync() => Task.CompletedTask;

    MailProcess Process(IMailSender sender) => new(azurite, clock, sender);

    MailMessage Pulse => SampleMail.Of("pulse", cohort) with { Attachments = [new("a.ics", "text/calendar", [1, 2, 3])] };

    [Fact]
    public async Task GivenAMailInDoubt_WhenTwentyPressInTwoProcessesAtOnce_ThenOneMailGoesOutAsItWasWritten()
    {
        var kept = await DoubtAsync();
        using var one = Process(willing);
        using var two = Process(willing);

        var became = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(at => Task.Run(() => (at % 2 == 0 ? one : two).Mailer.SendAgainAsync(kept, 1, default))));

        Assert.Single(became, SentAgain.Sent);
        Assert.Equal(19, became.Count(one => one == SentAgain.Settled));
        var mail = Assert.Single(willing.Attempts);
        Assert.Equal((kept.Subject, kept.Html, kept.To[0].Party.Address), (mail.Subject, mail.Html, mail.To[0].Address.Address));
        Assert.Equal([1, 2, 3], Assert.Single(mail.Attachments).Content);
        var entry = await one.Ledger.FindAsync(Pulse.Key);
        Assert.Equal((MailStatus.Sent, 2), (entry!.Status, entry.Attempts));
    }

    [Fact]
    public async Task GivenTheFirstAttempt_WhenItIsSentAgain_ThenItIsTheSameMailToTheRecipientsProgram()
    {
        var unclear = new ScriptedSender(new SendResult.Unclear("timeout"));
        using (var process = Process(unclear)) await process.Mailer.SendAsync(Pulse);
        using var next = Process(willing);
        clock.Now += TimeSpan.FromDays(3);
        await next.Mailer.SendAgainAsync((await next.Kept.FindAsync(Pulse.Key, default))!, 1, default);

        var (first, again) = (Assert.Single(unclear.Attempts), Assert.Single(willing.Attempts));
        Assert.Equal((first.MessageId, first.FirstAttemptAt), (again.MessageId, again.FirstAttemptAt));
        Assert.Equal(first.Headers, again.Headers);
        Assert.Equal(clock.Now, again.Date);
    }

    [Fact]
    public async Task GivenAnEndWhileItIsSentAgain_WhenPressedOnceMore_ThenItIsInDoubtAnewAndAnOldPageSendsNothing()
    {
        var kept = await DoubtAsync();
        using (var dying = Process(new ScriptedSender(_ => throw new OperationCanceledException())))
            await Assert.ThrowsAsync<OperationCanceledException>(() => dying.Mailer.SendAgainAsync(kept, 1, default));
        using var next = Process(willing);

        Assert.Equal(SentAgain.Settled, await next.Mailer.SendAgainAsync(kept, 2, default));
        clock.Now += TimeSpan.FromMinutes(15);
        Assert.Equal(SentAgain.Settled, await next.Mailer.SendAgainAsync(kept, 1, default));
        Assert.Empty(willing.Attempts);
        Assert.Equal(SentAgain.Sent, await next.Mailer.SendAgainAsync(kept, 2, default));
        Assert.Single(willing.Attempts);
    }

    [Fact]
    public async Task GivenABusyProvider_WhenSentAgain_ThenItStandsInDoubtAsBeforeAndCanBePressedLater()
    {
        var kept = await DoubtAsync();
        var since = clock.Now;
        clock.Now += TimeSpan.FromDays(2);
        var answers = new Queue<SendResult>(
            [new SendResult.TryLater("http-429"), new SendResult.Unclear("timeout"), new SendResult.Refused("http-400")]);
        using var process = Process(new ScriptedSender(_ => Task.FromResult(answers.Dequeue())));

        Assert.Equal(SentAgain.Later, await process.Mailer.SendAgainAsync(kept, 1, default));
        Assert.Equal((MailStatus.Unknown, since), await StandsAsync());
        Assert.Equal(SentAgain.Unknown, await process.Mailer.SendAgainAsync(kept, 2, default));
        Assert.Equal((MailStatus.Unknown, clock.Now), await StandsAsync());
        Assert.Equal(SentAgain.Refused, await process.Mailer.SendAgainAsync(kept, 3, default));
        Assert.Equal(MailStatus.Failed, (await StandsAsync()).Status);

        async Task<(MailStatus Status, DateTimeOffset Since)> StandsAsync() =>
            await process.Ledger.FindAsync(Pulse.Key) is var entry ? (entry!.Status, entry.ClaimedAt) : default;
    }

    [Theory]
    [InlineData(MailStatus.Delivered)]
    [InlineData(MailStatus.Bounced)]
    public async Task GivenTheProvidersLateAnswer_WhenSentAgain_ThenNothingGoesOut(MailStatus told)
    {
        var kept = await DoubtAsync();
        using var process = Process(willing);
        await process.Ledger.ApplyAsync(Pulse.Key, [new("e1", told, clock.Now)]);

        Assert.Equal(SentAgain.Settled, await process.Mailer.SendAgainAsync(kept, 1, default));
        Assert.Empty(willing.Attempts);
    }

    [Fact]
    public async Task GivenAnAddressThatWantsNoMailSince_WhenSentAgain_ThenNothingGoesOutAndItStandsInDoubt()
    {
        var kept = await DoubtAsync(Pulse with { To = new("X", $"{cohort}@example.org") });
        using var process = Process(willing);
        await process.Suppressions.AddAsync(MailParts.Addresses.Of($"{cohort}@example.org"), MailStream.Essential, "unsubscribed");

        Assert.Equal(SentAgain.Suppressed, await process.Mailer.SendAgainAsync(kept, 1, default));
        Assert.Single(await process.Ledger.ListUnknownAsync(cohort));
        Assert.Empty(willing.Attempts);
    }

    [Fact]
    public async Task GivenACrashBeforeTheRecord_WhenTheStepRunsAgain_ThenTheMailIsKept()
    {
        using (var dying = Process(new ScriptedSender(_ => throw new OperationCanceledException())))
            await Assert.ThrowsAsync<OperationCanceledException>(() => dying.Mailer.SendAsync(Pulse));
        using var next = Process(willing);
        Assert.Null(await next.Kept.FindAsync(Pulse.Key, default));
        var written = clock.Now;
        clock.Now += TimeSpan.FromMinutes(15);

        await next.Mailer.SendAsync(Pulse);

        Assert.Equal(written, (await next.Kept.FindAsync(Pulse.Key, default))!.WrittenAt);
    }

    [Fact]
    public async Task GivenKeptMails_WhenTheyAreSettledOrOld_ThenTheyGo()
    {
        await DoubtAsync();
        using var process = Process(willing);

        await process.Kept.KeepOnlyAsync(cohort, [Pulse.Key], default);
        await process.Kept.PurgeAsync(DateOnly.FromDateTime(clock.Now.UtcDateTime), default);
        Assert.NotNull(await process.Kept.FindAsync(Pulse.Key, default));
        await process.Kept.KeepOnlyAsync(cohort, [], default);
        Assert.Null(await process.Kept.FindAsync(Pulse.Key, default));
        await DoubtAsync(Pulse with { Key = Pulse.Key with { Occurrence = "other" } });
        Assert.Equal((1, 0), (await process.Kept.ForgetAsync(cohort, 5, default), await process.Kept.ForgetAsync(cohort, 5, default)));
    }

    async Task<KeptMail> DoubtAsync(MailMessage? message = null)
    {
        using var unclear = Process(new ScriptedSender(new SendResult.Unclear("timeout")));
        Assert.Equal(MailOutcome.Unknown, await unclear.Mailer.SendAsync(message ?? Pulse));
        return (await unclear.Kept.FindAsync((message ?? Pulse).Key, default))!;
    }
}
