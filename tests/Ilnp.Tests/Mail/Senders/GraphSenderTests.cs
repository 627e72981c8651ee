using Ilnp.Mail;
using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Ilnp.Tests.Mail.Senders;

public sealed class GraphSenderTests
{
    const string Path = "/v1.0/users/{mailbox}/sendMail";

    readonly SetClock clock = new();

    GraphSender Sender(StandInApi api, Action<GraphOptions>? change = null)
    {
        var options = new GraphOptions { Mailbox = "ilnp@example.org", BaseUrl = $"{api.Address}/v1.0" };
        change?.Invoke(options);
        return new(Options.Create(options), clock, new FixedCredential());
    }

    [Fact]
    public async Task GivenAMail_WhenSent_ThenGraphGetsItAsMimeWithOurHeaders()
    {
        await using var api = await StandInApi.StartAsync(Path, 202);
        using var sender = Sender(api);
        var mail = SampleOutgoing.Of(
            SampleMail.Of("introduction") with { Stream = MailStream.Optional, Cc = new("Ada Lead", "ada@example.org") });

        Assert.Equal(new SendResult.Accepted(mail.MessageId), await sender.SendAsync(mail, default));

        var request = Assert.Single(api.Requests);
        Assert.Equal(
            ("/v1.0/users/ilnp@example.org/sendMail", "text/plain", "Bearer token"),
            (Uri.UnescapeDataString(request.Path), request.ContentType, request.Authorization));
        var message = await MimeMessage.LoadAsync(new MemoryStream(Convert.FromBase64String(request.Body)));
        Assert.Equal("maria@example.org", message.To.Mailboxes.Single().Address);
        Assert.Equal("ada@example.org", message.Cc.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Equal(mail.MessageId, message.MessageId);
        Assert.Equal(mail.Text, message.TextBody!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(400, typeof(SendResult.Refused))]
    [InlineData(401, typeof(SendResult.TryLater))]
    [InlineData(429, typeof(SendResult.TryLater))]
    [InlineData(500, typeof(SendResult.TryLater))]
    [InlineData(503, typeof(SendResult.TryLater))]
    [InlineData(504, typeof(SendResult.Unclear))]
    public async Task GivenAnError_WhenSent_ThenTheClientDoesNotRepeatItByItself(int status, Type expected)
    {
        await using var api = await StandInApi.StartAsync(Path, status);
        using var sender = Sender(api);

        Assert.IsType(expected, await sender.SendAsync(SampleOutgoing.Of("pulse"), default));
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task GivenRetryAfter_WhenAnotherMailIsSent_ThenItWaitsThatLong()
    {
        var answers = new Queue<int>([429, 202]);
        await using var api = await StandInApi.StartAsync(Path, context =>
        {
            context.Response.StatusCode = answers.Dequeue();
            context.Response.Headers.RetryAfter = "90";
            return Task.CompletedTask;
        });
        using var sender = Sender(api);
        Assert.Equal(new SendResult.TryLater("http-429"), await sender.SendAsync(SampleOutgoing.Of("pulse"), default));

        var second = sender.SendAsync(SampleOutgoing.Of("pulse"), default);
        clock.Now += TimeSpan.FromSeconds(89);
        Assert.False(second.IsCompleted);
        clock.Now += TimeSpan.FromSeconds(1);

        Assert.IsType<SendResult.Accepted>(await second);
    }

    [Fact]
    public async Task GivenMoreMailThanTheMailboxTakes_WhenTheTurnIsFarOff_ThenItIsGivenBack()
    {
        await using var api = await StandInApi.StartAsync(Path, 202);
        using var sender = Sender(api, options => (options.PerMinute, options.PatienceSeconds) = (30, 4));

        var sends = Enumerable.Range(0, 5).Select(_ => sender.SendAsync(SampleOutgoing.Of("pulse"), default)).ToList();
        Assert.Equal(1, clock.Waiting); // one for all whose turn is still to come
        clock.Now += TimeSpan.FromSeconds(4);
        var results = await Task.WhenAll(sends);

        Assert.Equal(3, results.Count(result => result is SendResult.Accepted));
        Assert.Equal(2, results.Count(result => result == new SendResult.TryLater("paced")));
        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task GivenTenMailsAtOnce_WhenSent_ThenNoMoreThanFourAreOnTheirWay()
    {
        var (now, most) = (0, 0);
        await using var api = await StandInApi.StartAsync(Path, async context =>
        {
            var under = Interlocked.Increment(ref now);
            InterlockedMax(ref most, under);
            await Task.Yield();
            Interlocked.Decrement(ref now);
            context.Response.StatusCode = 202;
        });
        using var sender = Sender(api, options => options.PerMinute = 60_000_000);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => sender.SendAsync(SampleOutgoing.Of("pulse"), default))));

        Assert.All(results, result => Assert.IsType<SendResult.Accepted>(result));
        Assert.InRange(most, 1, 4);
    }

    static void InterlockedMax(ref int most, int value)
    {
        for (int seen; value > (seen = most) && Interlocked.CompareExchange(ref most, value, seen) != seen;)
        {
        }
    }
}
