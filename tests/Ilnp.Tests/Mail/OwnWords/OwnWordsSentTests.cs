using Azure.Data.Tables;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Senders;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Mail.OwnWords;

/// <summary>The committee's own words, from storage to whoever gets the mail.</summary>
public sealed class OwnWordsSentTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    readonly string cohort = $"c{Guid.NewGuid():N}";
    readonly SetClock clock = new();
    readonly ScriptedSender willing = new(new SendResult.Accepted("provider-1"));

    public Task InitializeAsync() =>
        new CohortStore(azurite.Tables).TryAddAsync(SampleMail.Cohort(cohort) with { Languages = ["en", "ar"] });

    public Task DisposeAsync() => Task.CompletedTask;

    OwnWording Words(string body, int version = 1, string template = "pulse") => new()
    {
        CohortId = cohort,
        Template = template,
        Language = "en",
        Version = version,
        MemberId = "lead",
        At = clock.Now,
        Words = MailParts.Wording.Original(template, "en") with { Subject = "Our own subject", Body = body },
    };

    const string Good = "Hello {{ name }}, how are you and {{ partners }}?\n\n[Tell us]({{ url }})";

    [Fact]
    public async Task GivenOwnWords_WhenMailsGoOut_ThenOnlyThatMailAndLanguageHasThemAndTheLedgerIsAsEver()
    {
        await new OwnWordingStore(azurite.Tables).TryReplaceAsync(null, Words(Good), default);
        using var process = new MailProcess(azurite, clock, willing);

        await process.Mailer.SendAsync(SampleMail.Of("pulse", cohort, "P1"));
        await process.Mailer.SendAsync(SampleMail.Of("pulse", cohort, "P2", language: "ar"));
        await process.Mailer.SendAsync(SampleMail.Of("nudge", cohort, "P1"));

        var sent = willing.Attempts.ToList();
        Assert.Equal("Our own subject", sent[0].Subject);
        Assert.Contains("Hello María José Núñez, how are you and عبد الله محمد?", sent[0].Text.Unwrapped(), StringComparison.Ordinal);
        Assert.All(sent.Skip(1), mail => Assert.DoesNotContain("Our own", mail.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenWordsThatDoNotPass_WhenMailsGoOut_ThenTheOriginalDoesAndTheyAreToldOf()
    {
        await new OwnWordingStore(azurite.Tables).TryReplaceAsync(null, Words("{{ gone_since }} [x]({{ url }})"), default);
        using var process = new MailProcess(azurite, clock, willing);

        await process.Mailer.SendAsync(SampleMail.Of("pulse", cohort));

        Assert.NotEqual("Our own subject", Assert.Single(willing.Attempts).Subject);
        Assert.Equal("pulse", Assert.Single((await process.Words.OfAsync(SampleMail.Cohort(cohort))).Broken).Template);
    }

    [Fact]
    public void GivenWordsThatFailForSomebody_WhenTheMailIsWritten_ThenTheyGetTheOriginal()
    {
        var words = Words("[Say]({{ url }}) {{ partners.size }}");
        var own = new CohortWording([words], [])
        {
            Usable = new Dictionary<(string, string), Ilnp.Mail.Rendering.MailTemplate>
            {
                [("pulse", "en")] = words.Words!.Template("own", "en"),
            },
        };
        var mail = new Ilnp.Mail.Rendering.MailRenderer(MailParts.Templates).Render(
            SampleMail.Of("pulse") with { Model = new Dictionary<string, object?>(SampleMail.Models["pulse"]) { ["partners"] = null } },
            SampleMail.Cohort(),
            own: own);

        Assert.NotEqual("Our own subject", mail.Subject);
    }

    [Fact]
    public async Task GivenAHundredMailsInAMinute_WhenCounted_ThenTheirWordsCostOneRequest()
    {
        var count = new TransactionCount();
        var options = new TableClientOptions();
        options.AddPolicy(count.Of("table"), Azure.Core.HttpPipelinePosition.PerRetry);
        var store = new OwnWordingStore(new TableServiceClient(azurite.ConnectionString, options));
        using var words = new OwnWordings(store, MailParts.Wording, clock);
        var settings = SampleMail.Cohort(cohort);
        await words.OfAsync(settings);
        var first = count.Sent;

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => words.OfAsync(settings)));
        var still = count.Sent;
        clock.Now = clock.Now.AddMinutes(1);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => words.OfAsync(settings)));

        Assert.Equal((2, 2, 3), (first, still, count.Sent)); // the first one makes the table
    }

    [Fact]
    public async Task GivenTwoAtOnce_WhenBothSave_ThenOneWinsAndEveryVersionStays()
    {
        var store = new OwnWordingStore(azurite.Tables);
        await store.TryReplaceAsync(null, Words(Good), default);
        var read = await store.FindAsync(cohort, "pulse", "en", default);

        var won = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(n => store.TryReplaceAsync(read, Words($"{n} {Good}", version: 2), default)));

        Assert.Single(won, true);
        Assert.Equal([2, 1], (await store.HistoryAsync(cohort, "pulse", "en", default)).Select(one => one.Version));
        await store.CopyAsync(cohort, $"{cohort}n", default);
        await store.CopyAsync(cohort, $"{cohort}n", default);
        Assert.Equal(1, Assert.Single(await store.ListAsync($"{cohort}n", default)).Version);
        Assert.Equal(2, await store.ForgetAsync(cohort, 10, default));
        Assert.Empty(await store.ListAsync(cohort, default));
    }
}
