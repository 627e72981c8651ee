using System.Net;
using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Stray;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Intake.Stray;

/// <summary>Genuine messages for rounds that are not here: kept, bounded, and gone when their days are over.</summary>
public sealed class StrayMessagesTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static readonly FormProvider Script = FormProvider.Find("google-forms")!;

    readonly SetClock clock = new() { Now = new(2020, 3, 6, 12, 0, 0, TimeSpan.Zero) };

    StrayStore Store => new(azurite.Blobs);

    [Fact]
    public async Task GivenAnUnknownCohort_WhenAGenuineMessageIsPosted_ThenItIsKeptOnceAndToldOfWithoutItsNameInTheLog()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var named = $"Wave-{Guid.NewGuid():N}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.PostAsync("tally", Samples.Message("tally"), named)));
        var kept = await ForAsync("tally", named);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Contains("kept for 30 days", await answers[0].Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var only = Assert.Single(kept);
        Assert.Equal((named, new DateOnly(2020, 4, 4), null), (only.Named, only.RetainUntil, only.TakenBy));
        Assert.Equal(Samples.Message("tally").Body, (await Store.FindAsync(only, default))!.Body.Bytes);
        var line = Assert.Single(await host.Get<IntakeProblemStore>().ListAsync(host.Cohort.Id));
        Assert.Contains($"“{named}”, which is not here. Such messages are kept for 30 days", line.Words, StringComparison.Ordinal);
        Assert.Equal(
            3, host.Logs.Count(log => log.Contains("named a cohort that is not here; it is kept for 30 days", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            host.Logs, log => log.Contains("named a cohort", StringComparison.Ordinal) && log.Contains(named, StringComparison.Ordinal));
        Assert.Empty(await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id));
    }

    [Fact]
    public async Task GivenAsManyAsMayBe_WhenMoreComeAtOnce_ThenTheOldestStayAndEachAnswerSaysWhatBecameOfIt()
    {
        foreach (var service in new[] { "microsoft-forms", "jotform" }) await ClearAsync(service);
        var (provider, named) = (FormProvider.Find("microsoft-forms")!, $"w{Guid.NewGuid():N}");
        using var strays = Strays(most: 3);
        Assert.Equal(AcceptanceStatus.Stray, (await strays.AcceptAsync(named, null, provider, Message("first"), default)).Status);
        clock.Now += TimeSpan.FromHours(1);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(one => strays.AcceptAsync(named, null, provider, Message($"then {one}"), default)));
        var again = await strays.AcceptAsync(named, null, provider, Message("first"), default);

        Assert.Equal(
            (2, 6),
            (
                answers.Count(one => one.Status == AcceptanceStatus.Stray),
                answers.Count(one => one.Status == AcceptanceStatus.UnknownCohort)));
        Assert.Equal(AcceptanceStatus.Stray, again.Status);
        var kept = await ForAsync("microsoft-forms", named);
        Assert.Equal((3, 1), (kept.Count, kept.Count(message => message.ReceivedAt < clock.Now)));
        Assert.Equal(
            AcceptanceStatus.Stray,
            (await strays.AcceptAsync(named, null, FormProvider.Find("jotform")!, Message("another service"), default)).Status);
        await ClearAsync("microsoft-forms");
    }

    [Fact]
    public async Task GivenAnEventThatIsNoApplication_WhenItNamesNoRound_ThenNothingIsKept()
    {
        var body = new ReceivedBody("{\"eventType\":\"FORM_VIEW\"}"u8.ToArray(), "application/json");
        var named = $"w{Guid.NewGuid():N}";
        using var strays = Strays();

        Assert.Equal(AcceptanceStatus.Ignored, (await strays.AcceptAsync(named, null, FormProvider.Find("tally")!, body, default)).Status);
        Assert.Empty(await ForAsync("tally", named));
    }

    [Fact]
    public async Task GivenANameThatIsAnything_WhenItIsKept_ThenItIsShortAndOnOneLine()
    {
        var id = $"{Guid.NewGuid():N}";
        using var strays = Strays();
        foreach (var named in new[] { $"{id} <b>\r\nX-Header: 1", $"{id} {new string('x', 5000)}", $"{id} \ud800 王小明 ‮" })
            Assert.Equal(AcceptanceStatus.Stray, (await strays.AcceptAsync(named, null, Script, Message("one"), default)).Status);

        var kept = (await Store.ListAsync(default)).Where(message => message.Named.StartsWith(id, StringComparison.Ordinal)).ToList();
        Assert.Equal(3, kept.Count);
        Assert.All(kept, message => Assert.True(message.Named.Length <= 61 && !message.Named.Any(char.IsControl), message.Named));
    }

    [Fact]
    public async Task GivenMessagesOfSeveralDays_WhenTheirDaysAreOver_ThenThoseGo()
    {
        var named = $"w{Guid.NewGuid():N}";
        using var strays = Strays();
        await strays.AcceptAsync(named, null, Script, Message("of the first day"), default);
        clock.Now = clock.Now.AddDays(1);
        await strays.AcceptAsync(named, null, Script, Message("of the second"), default);

        await Store.PurgeAsync(new(2020, 4, 4), 1000, default);
        Assert.Equal(2, (await ForAsync(Script.Name, named)).Count);
        await Store.PurgeAsync(new(2020, 4, 5), 1000, default);
        Assert.Equal(7, Assert.Single(await ForAsync(Script.Name, named)).ReceivedAt.Day);
        Assert.True(await Store.PurgeAsync(new(2020, 4, 6), 1, default) <= 1);
        await Store.PurgeAsync(new(2020, 4, 6), 1000, default);
        Assert.Empty(await ForAsync(Script.Name, named));
    }

    StrayMessages Strays(int most = 1000) => new(
        Store, new CohortStore(azurite.Tables), new IntakeProblemStore(azurite.Tables),
        Options.Create(new IntakeOptions { MostStrayMessages = most }), clock,
        NullLogger<StrayMessages>.Instance);

    async Task<IReadOnlyList<StrayMessage>> ForAsync(string provider, string named) =>
        [.. (await Store.ListAsync(provider, default)).Where(message => message.Named == named)];

    async Task ClearAsync(string provider)
    {
        foreach (var message in await Store.ListAsync(provider, default)) await Store.DeleteAsync(message, default);
    }

    static ReceivedBody Message(string id) =>
        new(Encoding.UTF8.GetBytes($"{{\"responseId\":\"{id}\",\"answers\":[]}}"), "application/json");
}
