using System.Text;
using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Ilnp.Tests.Mail.Senders;

public sealed class SmtpSenderTests
{
    static SmtpSender Sender(int port, int perMinute = 6000, int perConnection = 50) => new(
        Options.Create(new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = port,
            Security = "none",
            TimeoutSeconds = 20,
            PerMinute = perMinute,
            PerConnection = perConnection,
            PatienceSeconds = 5,
        }),
        TimeProvider.System);

    [Fact]
    public async Task GivenAMail_WhenSent_ThenTheServerGetsItOnceForEachRecipient()
    {
        await using var server = new StandInSmtp();
        using var sender = Sender(server.Port);
        var mail = SampleOutgoing.Of(SampleMail.Of("introduction") with { Cc = new("Ada Lead", "ada@example.org") });

        Assert.Equal(new SendResult.Accepted("4Bx7Kz"), await sender.SendAsync(mail, default));

        Assert.Contains(server.Commands, line => line.StartsWith("MAIL FROM:<programme@ilnp.localhost>", StringComparison.Ordinal));
        Assert.Equal(
            ["RCPT TO:<maria@example.org>", "RCPT TO:<ada@example.org>"],
            server.Commands.Where(line => line.StartsWith("RCPT", StringComparison.Ordinal)));
        var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(server.Messages))));
        Assert.Equal(mail.Subject, message.Subject);
        Assert.Equal(mail.Text.TrimEnd(), message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user", "Refused { Reason = smtp-550 }")]
    [InlineData("RCPT", "450 4.2.1 busy", "TryLater { Reason = smtp-450 }")]
    [InlineData(".", "451 4.3.0 try again", "TryLater { Reason = smtp-451 }")]
    [InlineData(".", "554 5.7.1 refused", "Refused { Reason = smtp-554 }")]
    [InlineData("EHLO", "", "TryLater { Reason = no-connection-SmtpProtocolException }")]
    [InlineData(".", "", "Unclear { Reason = connection-lost }")]
    public async Task GivenAServersNo_WhenSent_ThenItSaysWhetherTheMailMayBeSentAgain(string command, string answer, string expected)
    {
        await using var server = new StandInSmtp(word => word == command ? answer : null);
        using var sender = Sender(server.Port);

        Assert.Equal(expected, (await sender.SendAsync(SampleOutgoing.Of("pulse"), default)).ToString());
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(2, 3)]
    public async Task GivenMailsOneAfterTheOther_WhenSent_ThenAConnectionCarriesAsManyAsTheSettingSays(int perConnection, int expected)
    {
        await using var server = new StandInSmtp();
        using (var sender = Sender(server.Port, perConnection: perConnection))
            for (var mail = 0; mail < 5; mail++)
                Assert.IsType<SendResult.Accepted>(await sender.SendAsync(SampleOutgoing.Of("pulse"), default));

        Assert.Equal(5, server.Messages.Count);
        Assert.Equal(expected, server.Commands.Count(line => line.StartsWith("EHLO", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenAConnectionThatDiedMeanwhile_WhenTheNextMailIsSent_ThenItGoesOverAnotherOne()
    {
        await using var server = new StandInSmtp(word => word == "NOOP" ? "" : null);
        using var sender = Sender(server.Port);

        for (var mail = 0; mail < 2; mail++)
            Assert.IsType<SendResult.Accepted>(await sender.SendAsync(SampleOutgoing.Of("pulse"), default));

        Assert.Equal(2, server.Messages.Count);
        Assert.Equal(2, server.Commands.Count(line => line.StartsWith("EHLO", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenAServersPace_WhenTheNextTurnIsFarOff_ThenTheMailIsGivenBackAndNothingWasSent()
    {
        await using var server = new StandInSmtp();
        using var sender = Sender(server.Port, perMinute: 1);

        Assert.IsType<SendResult.Accepted>(await sender.SendAsync(SampleOutgoing.Of("pulse"), default));
        Assert.Equal(new SendResult.TryLater("paced"), await sender.SendAsync(SampleOutgoing.Of("pulse"), default));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task GivenNobodyListening_WhenSent_ThenItWasCertainlyNotSent()
    {
        int port;
        await using (var server = new StandInSmtp()) port = server.Port;
        using var sender = Sender(port);

        Assert.IsType<SendResult.TryLater>(await sender.SendAsync(SampleOutgoing.Of("pulse"), default));
    }

    [Fact]
    public async Task GivenAnAddressInAnotherScript_WhenTheServerCannotTakeIt_ThenItIsRefused()
    {
        await using var server = new StandInSmtp();
        using var sender = Sender(server.Port);
        var mail = SampleOutgoing.Of(SampleMail.Of("pulse") with { To = new("李", "李@example.cn") });

        Assert.Equal(new SendResult.Refused("smtp-no-utf8-addresses"), await sender.SendAsync(mail, default));
    }
}
