using System.Text.Json.Nodes;
using Ilnp.Mail;
using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Mail.Senders;

public sealed class SendGridSenderTests
{
    const string Path = "/v3/mail/send";

    static SendGridSender Sender(string host, int timeoutSeconds = 30) => new(
        Options.Create(new SendGridOptions { ApiKey = "SG.secret", Host = host, TimeoutSeconds = timeoutSeconds, PatienceSeconds = 5 }),
        TimeProvider.System);

    [Fact]
    public async Task GivenAMail_WhenSent_ThenTheRequestIsOfSendGridsFormAndCarriesTheKey()
    {
        await using var api = await StandInApi.StartAsync(Path, 202, ("X-Message-Id", "sg-1"));
        using var sender = Sender(api.Address);
        var message = SampleMail.Of("introduction") with
        {
            Stream = MailStream.Optional,
            To = new("Zoë \"Z\" <b>\r\nBcc: x@y.example", "zoe@example.org"),
            Cc = new("Ada Lead", "ada@example.org"),
            Attachments = [new("certificate.pdf", "application/pdf", [1, 2, 3])],
        };

        Assert.Equal(new SendResult.Accepted("sg-1"), await sender.SendAsync(SampleOutgoing.Of(message), default));

        var request = Assert.Single(api.Requests);
        Assert.Equal("Bearer SG.secret", request.Authorization);
        var body = JsonNode.Parse(request.Body)!;
        var personal = body["personalizations"]![0]!;
        Assert.Equal(("zoe@example.org", "Zoë \"Z\" <b>  Bcc: x@y.example"), Party(personal["to"]![0]!));
        Assert.Equal(("ada@example.org", "Ada Lead"), Party(personal["cc"]![0]!));
        Assert.Equal(("ada@example.org", "Ada Lead"), Party(body["reply_to"]!));
        Assert.Equal(("news@ilnp.localhost", "ILNP Spring 2020"), Party(body["from"]!));
        Assert.Equal(["text/plain", "text/html"], body["content"]!.AsArray().Select(part => (string)part!["type"]!));
        Assert.Equal(
            ("certificate.pdf", "AQID"), ((string)body["attachments"]![0]!["filename"]!, (string)body["attachments"]![0]!["content"]!));
        Assert.Equal(["introduction", "spring-2020"], body["categories"]!.AsArray().Select(category => (string)category!));
        Assert.False((bool)body["tracking_settings"]!["click_tracking"]!["enable"]!);
        Assert.False((bool)body["tracking_settings"]!["open_tracking"]!["enable"]!);
        var headers = personal["headers"]!;
        Assert.Equal("auto-generated", (string)headers["Auto-Submitted"]!);
        Assert.Equal("List-Unsubscribe=One-Click", (string)headers["List-Unsubscribe-Post"]!);
        Assert.StartsWith("<https://ilnp.example.org/app/unsubscribe/", (string)headers["List-Unsubscribe"]!, StringComparison.Ordinal);
        Assert.Equal($"<{message.Key.Hash}@ilnp.localhost>", (string)headers["Message-ID"]!);
        var arguments = personal["custom_args"]!;
        Assert.Equal(
            ("spring-2020", "introduction", "1", "P1", "Optional", MailParts.Addresses.Of("zoe@example.org")),
            ((string)arguments["ilnp_cohort"]!, (string)arguments["ilnp_step"]!, (string)arguments["ilnp_occurrence"]!,
                (string)arguments["ilnp_person"]!, (string)arguments["ilnp_stream"]!, (string)arguments["ilnp_to"]!));
    }

    [Theory]
    [InlineData(400, typeof(SendResult.Refused))]
    [InlineData(413, typeof(SendResult.Refused))]
    [InlineData(401, typeof(SendResult.TryLater))]
    [InlineData(403, typeof(SendResult.TryLater))]
    [InlineData(429, typeof(SendResult.TryLater))]
    [InlineData(500, typeof(SendResult.TryLater))]
    [InlineData(503, typeof(SendResult.TryLater))]
    [InlineData(502, typeof(SendResult.Unclear))]
    [InlineData(504, typeof(SendResult.Unclear))]
    public async Task GivenAnError_WhenSent_ThenItSaysWhetherTheMailMayBeSentAgain(int status, Type expected)
    {
        await using var api = await StandInApi.StartAsync(Path, status);
        using var sender = Sender(api.Address);

        Assert.IsType(expected, await sender.SendAsync(SampleOutgoing.Of("pulse"), default));
        Assert.Single(api.Requests);
    }

    [Theory]
    [InlineData(202, "0", 60, true)]
    [InlineData(202, "7", 60, false)]
    [InlineData(429, "0", 60, true)]
    [InlineData(202, "0", -5, false)]
    public async Task GivenALimit_WhenItIsReached_ThenNoOtherRequestGoesBeforeItIsOver(int status, string left, int seconds, bool waits)
    {
        var reset = TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        await using var api = await StandInApi.StartAsync(
            Path, status, ("X-Message-Id", "sg-1"), ("X-RateLimit-Remaining", left), ("X-RateLimit-Reset", $"{reset}"));
        using var sender = Sender(api.Address);

        await sender.SendAsync(SampleOutgoing.Of("pulse"), default);
        var next = await sender.SendAsync(SampleOutgoing.Of("pulse"), default);

        Assert.Equal(waits, next is SendResult.TryLater { Reason: "paced" });
        Assert.Equal(waits ? 1 : 2, api.Requests.Count);
    }

    [Fact]
    public async Task GivenManyMails_WhenTheyAreSentAtOnce_ThenNoMoreRequestsAreUnderWayThanTheSettingSays()
    {
        var (now, most, gate) = (0, 0, new Lock());
        await using var api = await StandInApi.StartAsync(Path, async context =>
        {
            var under = Interlocked.Increment(ref now);
            lock (gate) most = Math.Max(most, under);
            await Task.Yield();
            Interlocked.Decrement(ref now);
            context.Response.StatusCode = 202;
        });
        using var sender = new SendGridSender(
            Options.Create(new SendGridOptions { ApiKey = "SG.secret", Host = api.Address, Concurrent = 3 }), TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => sender.SendAsync(SampleOutgoing.Of("pulse"), default)));

        Assert.Equal(40, api.Requests.Count);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task GivenNobodyListening_WhenSent_ThenItWasCertainlyNotSent()
    {
        string address;
        await using (var api = await StandInApi.StartAsync(Path, 202)) address = api.Address;
        using var sender = Sender(address);

        Assert.IsType<SendResult.TryLater>(await sender.SendAsync(SampleOutgoing.Of("pulse"), default));
    }

    [Fact]
    public async Task GivenAConnectionThatBreaks_WhenTheRequestWasRead_ThenNobodyKnows()
    {
        await using var api = await StandInApi.StartAsync(Path, context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var sender = Sender(api.Address);

        Assert.Equal(new SendResult.Unclear("connection-lost"), await sender.SendAsync(SampleOutgoing.Of("pulse"), default));
    }

    [Fact]
    public async Task GivenNoAnswer_WhenTheTimeIsOver_ThenNobodyKnows()
    {
        await using var api = await StandInApi.StartAsync(Path, context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var sender = Sender(api.Address, timeoutSeconds: 1);

        Assert.Equal(new SendResult.Unclear("timeout"), await sender.SendAsync(SampleOutgoing.Of("pulse"), default));
    }

    static (string, string) Party(JsonNode party) => ((string)party["email"]!, (string)party["name"]!);
}
