using Ilnp.Mail;
using Ilnp.Mail.Events;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Mail.Events;

public sealed class SendGridEventWebhookTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime, IDisposable
{
    readonly string cohort = $"c{Guid.NewGuid():N}";
    readonly SetClock clock = new();
    readonly SignedEvents signed = new();
    readonly ScriptedSender willing = new(new SendResult.Accepted("sg-1"));

    MailProcess Process(IMailSender? sender = null) => new(azurite, clock, sender ?? willing);

    SendGridEventWebhook Webhook(MailProcess process) => new(
        process.Ledger,
        process.Suppressions,
        MailParts.Addresses,
        Options.Create(new SendGridOptions { WebhookPublicKey = signed.PublicKey }),
        MailParts.Signals,
        NullLogger<SendGridEventWebhook>.Instance);

    MailMessage Pulse => SampleMail.Of("pulse", cohort) with { To = new("María", $"{cohort}@example.org"), Stream = MailStream.Optional };

    public Task InitializeAsync() => new CohortStore(azurite.Tables).TryAddAsync(SampleMail.Cohort(cohort));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => signed.Dispose();

    string Event(string kind, string id, string more = "", string? address = null) =>
        $$"""
        {"email":"{{address ?? Pulse.To.Address}}","event":"{{kind}}","sg_event_id":"{{id}}","sg_message_id":"sg-1.filter","timestamp":1588579260,{{more}}
        "ilnp_cohort":"{{cohort}}","ilnp_step":"pulse","ilnp_occurrence":"1","ilnp_person":"P1","ilnp_stream":"Optional","ilnp_to":"{{MailParts.Addresses.Of(Pulse.To.Address)}}"}
        """;

    async Task<LedgerEntry> AfterAsync(MailProcess process, params string[] events)
    {
        Assert.IsType<NoContentResult>(await Webhook(process).TakeSendGridEvents(signed.Request($"[{string.Join(',', events)}]")));
        return (await process.Ledger.FindAsync(Pulse.Key))!;
    }

    [Fact]
    public async Task GivenEventsOutOfOrderAndTwice_WhenTaken_ThenTheLedgerHasTheFurthest()
    {
        using var process = Process();
        await process.Mailer.SendAsync(Pulse);

        var entry = await AfterAsync(
            process, Event("delivered", "e2"), Event("processed", "e1"), Event("delivered", "e2"), Event("open", "e3"));
        Assert.Equal((MailStatus.Delivered, "sg-1"), (entry.Status, entry.ProviderId));
        Assert.Equal(["e1", "e2"], entry.Events.Order());

        Assert.Equal(entry.Events, (await AfterAsync(process, Event("delivered", "e2"))).Events);
    }

    [Fact]
    public async Task GivenASendThatBrokeOff_WhenTheProviderTellsOfIt_ThenItIsResolved()
    {
        using (var broken = Process(new ScriptedSender(new SendResult.Unclear("timeout"))))
            Assert.Equal(MailOutcome.Unknown, await broken.Mailer.SendAsync(Pulse));
        using var process = Process();

        var entry = await AfterAsync(process, Event("processed", "e1"));

        Assert.Equal((MailStatus.Sent, "sg-1.filter"), (entry.Status, entry.ProviderId));
        Assert.Empty(await process.Ledger.ListUnknownAsync(cohort));
        Assert.Equal(MailOutcome.AlreadySent, await process.Mailer.SendAsync(Pulse));
    }

    [Fact]
    public async Task GivenAnEventQuickerThanOurRecord_WhenTheSendEnds_ThenNeitherIsLost()
    {
        using var process = Process(new ScriptedSender(async _ =>
        {
            using var other = Process();
            await AfterAsync(other, Event("delivered", "e1"));
            return new SendResult.Accepted("sg-1");
        }));

        Assert.Equal(MailOutcome.Sent, await process.Mailer.SendAsync(Pulse));

        var entry = await process.Ledger.FindAsync(Pulse.Key);
        Assert.Equal((MailStatus.Delivered, "sg-1.filter"), (entry!.Status, entry.ProviderId));
    }

    [Theory]
    [InlineData("bounce", "\"type\":\"bounce\",\"status\":\"5.1.1\",", MailStatus.Bounced, MailOutcome.Suppressed, MailOutcome.Suppressed)]
    [InlineData("bounce", "\"type\":\"blocked\",\"status\":\"4.7.1\",", MailStatus.Bounced, MailOutcome.Sent, MailOutcome.Sent)]
    [InlineData("spamreport", "", MailStatus.Complained, MailOutcome.Sent, MailOutcome.Suppressed)]
    [InlineData("unsubscribe", "", MailStatus.Sent, MailOutcome.Sent, MailOutcome.Suppressed)]
    [InlineData("dropped", "", MailStatus.Bounced, MailOutcome.Sent, MailOutcome.Sent)]
    public async Task GivenBadNews_WhenTaken_ThenTheAddressComesOffTheRightLists(
        string kind, string more, MailStatus status, MailOutcome essential, MailOutcome optional)
    {
        using var process = Process();
        await process.Mailer.SendAsync(Pulse);

        Assert.Equal(status, (await AfterAsync(process, Event(kind, "e1", more))).Status);

        MailMessage Next(MailStream stream) => Pulse with { Key = Pulse.Key with { Occurrence = $"{stream}" }, Stream = stream };
        Assert.Equal(essential, await process.Mailer.SendAsync(Next(MailStream.Essential)));
        Assert.Equal(optional, await process.Mailer.SendAsync(Next(MailStream.Optional)));
    }

    [Fact]
    public async Task GivenTheLiaisonsCopyBounced_WhenTaken_ThenTheRecipientsMailStaysAsItIs()
    {
        using var process = Process();
        await process.Mailer.SendAsync(Pulse);

        var entry = await AfterAsync(process, Event("bounce", "e1", "\"type\":\"bounce\",", address: $"liaison-{cohort}@example.org"));

        Assert.Equal(MailStatus.Sent, entry.Status);
        Assert.NotNull(
            await process.Suppressions.ReasonAsync(MailParts.Addresses.Of($"liaison-{cohort}@example.org"), MailStream.Essential));
    }

    [Fact]
    public async Task GivenAWrongSignature_WhenTaken_ThenItIsRefusedAndNothingChanges()
    {
        using var process = Process();
        await process.Mailer.SendAsync(Pulse);
        var body = $"[{Event("bounce", "e1")}]";

        Assert.IsType<UnauthorizedResult>(await Webhook(process).TakeSendGridEvents(signed.Request(body, signed.Sign(body + " "))));
        Assert.Equal(MailStatus.Sent, (await process.Ledger.FindAsync(Pulse.Key))!.Status);
    }

    [Theory]
    [InlineData("[]", typeof(NoContentResult))]
    [InlineData("[{}]", typeof(NoContentResult))]
    [InlineData(
        "[{\"event\":\"delivered\",\"email\":\"x@example.org\",\"sg_event_id\":\"e\",\"timestamp\":1,\"ilnp_cohort\":\"a/b\","
            + "\"ilnp_step\":\"|\",\"ilnp_occurrence\":\"#\",\"ilnp_person\":\"?\"}]",
        typeof(NoContentResult))]
    [InlineData("{}", typeof(BadRequestResult))]
    [InlineData("not json", typeof(BadRequestResult))]
    [InlineData("[{\"timestamp\":\"x\"}]", typeof(BadRequestResult))]
    public async Task GivenASignedBodyOfAnotherForm_WhenTaken_ThenNothingBreaks(string body, Type expected)
    {
        using var process = Process();
        Assert.IsType(expected, await Webhook(process).TakeSendGridEvents(signed.Request(body)));
    }
}
