using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Programme;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Mail;

public sealed class MailboxTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    readonly string cohort = $"c{Guid.NewGuid():N}";
    readonly SetClock clock = new();
    readonly string folder = Path.Combine(Path.GetTempPath(), $"mailbox-{Guid.NewGuid():N}");

    LocalMailbox Mailbox => new(folder);

    public Task InitializeAsync() => new CohortStore(azurite.Tables).TryAddAsync(SampleMail.Cohort(cohort));

    public Task DisposeAsync()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task GivenAnIntroduction_WhenReadFromTheMailbox_ThenItIsWhatWasSent()
    {
        using var process = new MailProcess(azurite, clock, new MailboxSender(Mailbox));
        var message = SampleMail.Of("introduction", cohort) with
        {
            Cc = new("Ada Lead", "ada@example.org"),
            Attachments = [new("certificaté.pdf", "application/pdf", [1, 2, 3])],
        };
        await process.Mailer.SendAsync(message);

        var entry = Assert.Single(Mailbox.List());
        Assert.Equal($"20200504T080000Z-introduction-{message.Key.Hash}.eml", entry.FileName);
        Assert.Equal((clock.Now, "introduction", message.Key.Hash), (entry.SentAt, entry.Template, entry.Key));
        var mail = await Mailbox.ReadAsync(entry.FileName);
        Assert.Equal(message.To, Assert.Single(mail!.To));
        Assert.Equal(message.Cc, Assert.Single(mail.Cc));
        Assert.Equal(message.ReplyTo, Assert.Single(mail.ReplyTo));
        Assert.Equal(new("ILNP Spring 2020", "programme@ilnp.localhost"), mail.From);
        Assert.Equal("María José Núñez: meet each other", mail.Subject);
        Assert.Contains("عبد الله محمد", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("https://ilnp.example.org/d/", mail.Text, StringComparison.Ordinal);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal(("certificaté.pdf", "application/pdf"), (file.FileName, file.ContentType));
        Assert.Equal([1, 2, 3], file.Content);
        Assert.Contains(KeyValuePair.Create("Auto-Submitted", "auto-generated"), mail.Headers);
        Assert.Contains(KeyValuePair.Create("Message-Id", $"<{message.Key.Hash}@ilnp.localhost>"), mail.Headers);
        Assert.Contains(KeyValuePair.Create(LocalMailbox.TemplateHeader, "introduction"), mail.Headers);
    }

    [Fact]
    public async Task GivenTheSameMailInTwoRuns_WhenWritten_ThenTheFilesAreTheSameAndReadable()
    {
        byte[][] files = [await FileOf("a"), await FileOf("b")];

        Assert.Equal(files[0], files[1]);
        Assert.Contains("عبد الله محمد", System.Text.Encoding.UTF8.GetString(files[0]), StringComparison.Ordinal);

        async Task<byte[]> FileOf(string run)
        {
            var path = Path.Combine(folder, run);
            await new MailboxSender(new(path)).SendAsync(SampleOutgoing.Of("introduction"), default);
            return await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(path)));
        }
    }

    [Fact]
    public async Task GivenACrashAfterTheFileWasWritten_WhenStartedAgain_ThenTheFileProvesItWithoutWaiting()
    {
        await CrashAsync(afterSending: true);
        using var next = new MailProcess(azurite, clock, new MailboxSender(Mailbox));

        Assert.Equal(MailOutcome.AlreadySent, await next.Mailer.SendAsync(SampleMail.Of("pulse", cohort)));
        Assert.Equal(MailStatus.Sent, (await next.Ledger.FindAsync(SampleMail.Of("pulse", cohort).Key))!.Status);
        Assert.Single(Mailbox.List());
    }

    [Fact]
    public async Task GivenACrashBeforeTheFileWasWritten_WhenStartedAgainLater_ThenItIsSentUnderTheSameName()
    {
        await CrashAsync(afterSending: false);
        clock.Now += TimeSpan.FromSeconds(90);
        using var next = new MailProcess(azurite, clock, new MailboxSender(Mailbox));

        Assert.Equal(MailOutcome.Sent, await next.Mailer.SendAsync(SampleMail.Of("pulse", cohort)));
        Assert.StartsWith("20200504T080000Z", Assert.Single(Mailbox.List()).FileName, StringComparison.Ordinal);
        Assert.Equal(2, (await next.Ledger.FindAsync(SampleMail.Of("pulse", cohort).Key))!.Attempts);
    }

    [Fact]
    public async Task GivenTwoProcesses_WhenBothSendOneKeyManyTimes_ThenThereIsOneFile()
    {
        using var first = new MailProcess(azurite, clock, new MailboxSender(Mailbox));
        using var second = new MailProcess(azurite, clock, new MailboxSender(Mailbox));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(index =>
            Task.Run(() => (index % 2 == 0 ? first : second).Mailer.SendAsync(SampleMail.Of("pulse", cohort)))));

        Assert.All(outcomes, outcome => Assert.True(outcome is MailOutcome.Sent or MailOutcome.AlreadySent));
        Assert.Single(Mailbox.List());
        Assert.Equal(MailStatus.Sent, (await first.Ledger.FindAsync(SampleMail.Of("pulse", cohort).Key))!.Status);
    }

    [Theory]
    [InlineData("../secret.eml")]
    [InlineData("20200504T080000Z-pulse-../../../../etc/passwd.eml")]
    [InlineData("20200504T080000Z-pulse-00000000000000000000000000000000.eml")]
    public async Task GivenANameThatIsNoMail_WhenRead_ThenThereIsNone(string name) => Assert.Null(await Mailbox.ReadAsync(name));

    /// <summary>A process that dies with the mailbox's sender at work, before or after it wrote.</summary>
    async Task CrashAsync(bool afterSending)
    {
        using var dying = new MailProcess(azurite, clock, new DyingSender(new MailboxSender(Mailbox), afterSending));
        await Assert.ThrowsAsync<OperationCanceledException>(() => dying.Mailer.SendAsync(SampleMail.Of("pulse", cohort)));
    }

    sealed class DyingSender(IMailSender sender, bool afterSending) : IMailSender
    {
        public string Name => sender.Name;

        public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            if (afterSending) await sender.SendAsync(mail, cancellation);
            throw new OperationCanceledException();
        }

        public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) => sender.WasSentAsync(mail, cancellation);
    }
}
