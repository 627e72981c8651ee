using Ilnp.Mail;
using Ilnp.Mail.Events;
using Ilnp.Mail.Senders;
using Ilnp.Programme;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Mail;

/// <summary>One mail to a group: everybody sees it once, and an answer goes to everybody.</summary>
public sealed class MailToSeveralTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    readonly string cohort = $"c{Guid.NewGuid():N}"[..12];
    readonly SetClock clock = new() { Now = new(2020, 5, 4, 8, 0, 0, TimeSpan.Zero) };
    readonly ScriptedSender sender = new(_ => Task.FromResult<SendResult>(new SendResult.Accepted("1")));

    public Task InitializeAsync() => new CohortStore(azurite.Tables).TryAddAsync(SampleMail.Cohort(cohort));

    public Task DisposeAsync() => Task.CompletedTask;

    MailMessage Message => SampleMail.Of("introduction", cohort, "G001") with
    {
        To = new("María José Núñez", $"maria-{cohort}@example.org"),
        Others = [new("李晓明", $"li-{cohort}@example.org")],
        Cc = new("Ada Lead", "ada@example.org"),
        Thread = "G001",
    };

    [Fact]
    public async Task GivenAMailToTwo_WhenSent_ThenItIsOneAndAnswersGoToEverybody()
    {
        using var process = new MailProcess(azurite, clock, sender);
        Assert.Equal(MailOutcome.Sent, await process.Mailer.SendAsync(Message));
        Assert.Equal(MailOutcome.AlreadySent, await process.Mailer.SendAsync(Message));

        var mail = Assert.Single(sender.Attempts);
        string[] both = [$"maria-{cohort}@example.org", $"li-{cohort}@example.org"];
        Assert.Equal(both, mail.To.Select(to => to.Address.Address));
        Assert.Equal([.. both, "ada@example.org"], mail.ReplyTo.Select(to => to.Address));
        Assert.Contains("María José Núñez, 李晓明", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("all of you read it: María José Núñez, 李晓明, and Ada Lead", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains(mail.Headers, header => header.Key == "References" && header.Value == $"<{cohort}.G001@ilnp.localhost>");
        Assert.Contains(mail.Headers, header => header.Key == "In-Reply-To" && header.Value == $"<{cohort}.G001@ilnp.localhost>");
        Assert.DoesNotContain("/me/link/", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenOneAddressThatGetsNoMail_WhenSent_ThenTheOtherGetsItStill()
    {
        using var process = new MailProcess(azurite, clock, sender);
        await process.Suppressions.AddAsync(MailParts.Addresses.Of(Message.To.Address), MailStream.Essential, "bounced");
        Assert.Equal(MailOutcome.Sent, await process.Mailer.SendAsync(Message));
        Assert.Equal([$"li-{cohort}@example.org"], Assert.Single(sender.Attempts).To.Select(to => to.Address.Address));
    }

    [Fact]
    public async Task GivenNobodyWhoGetsMail_WhenSent_ThenItIsWrittenDownAsSuppressed()
    {
        using var process = new MailProcess(azurite, clock, sender);
        foreach (var party in Message.Others.Prepend(Message.To))
            await process.Suppressions.AddAsync(MailParts.Addresses.Of(party.Address), MailStream.Essential, "bounced");
        Assert.Equal(MailOutcome.Suppressed, await process.Mailer.SendAsync(Message));
        Assert.Empty(sender.Attempts);
    }

    [Fact]
    public void GivenEventsOfEitherRecipient_WhenRead_ThenTheyCountForTheMailAndTheCopysDoNot()
    {
        var mail = SampleOutgoing.Of(Message);
        var arguments = EventKey.Arguments(mail);
        var happened = new SendGridEvent
        {
            Cohort = cohort,
            Step = "introduction",
            Occurrence = "1",
            Person = "G001",
            Recipient = arguments[EventKey.Recipient],
        };
        foreach (var party in Message.Others.Prepend(Message.To))
            Assert.Equal(Message.Key, SendGridEventRules.Key(happened, MailParts.Addresses.Of(party.Address)));
        Assert.Null(SendGridEventRules.Key(happened, MailParts.Addresses.Of("ada@example.org")));
        Assert.Null(SendGridEventRules.Key(happened, null));
    }
}
