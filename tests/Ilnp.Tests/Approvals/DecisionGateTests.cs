using System.Net;
using Ilnp.Approvals;
using Ilnp.Tests.Pages;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Approvals;

/// <summary>The gate through real HTTP over Azurite.</summary>
public sealed class DecisionGateTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    static readonly DateTimeOffset Closes = new(2020, 4, 25, 5, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Start = new(2020, 4, 15, 12, 0, 0, TimeSpan.Zero);

    public void Dispose() => web.Clock.Now = Start;

    [Fact]
    public async Task GivenAnOpenDecision_WhenLookedAtFortyTimes_ThenNothingChangesAndNoChoiceIsMade()
    {
        var (cohort, link) = await OpenAsync();
        var mails = web.Get<Ilnp.Mail.LocalMailbox>().List().Count;
        for (var i = 0; i < 20; i++)
        {
            using var head = await web.Client.SendAsync(new(HttpMethod.Head, link));
            Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length));
            var page = await web.Client.GetStringAsync(link);
            Assert.DoesNotContain("checked", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("data-state=\"open\"", page, StringComparison.Ordinal);
        }

        Assert.Equal((0, null), (await ReadAsync(cohort)).Recorded());
        Assert.Empty(await web.Get<DecisionStore>().AuditAsync(cohort, "availability-P1"));
        Assert.Equal(mails, web.Get<Ilnp.Mail.LocalMailbox>().List().Count);
    }

    [Fact]
    public async Task GivenTheSameRequest_WhenOpenedAgain_ThenTheLinkIsTheSameAndNothingChanges()
    {
        var (cohort, link) = await OpenAsync();
        await PostAsync(link, ("choice", "yes"));
        web.Clock.Now = Start.AddDays(3);
        Assert.Equal(link, (await web.Get<DecisionLinks>().OpenAsync(Request(cohort) with { ClosesAt = Closes.AddDays(9) })).PathAndQuery);
        Assert.Equal((1, "yes"), (await ReadAsync(cohort)).Recorded());
    }

    [Fact]
    public async Task GivenAChoice_WhenPosted_ThenItIsRecordedOnceAndTheOrchestrationHears()
    {
        var (cohort, link) = await OpenAsync(waitFor: 1);
        using var answer = await PostAsync(link, ("choice", "yes"));

        Assert.Equal((HttpStatusCode.SeeOther, link), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal((1, "yes"), (await ReadAsync(cohort)).Recorded());
        Assert.Equal(["availability-P1 P1 yes"], await HeardAsync(cohort));
        var page = await web.Client.GetStringAsync(link);
        Assert.Contains("data-state=\"recorded\"", page, StringComparison.Ordinal);
        Assert.Contains("Yes, I will take part", page, StringComparison.Ordinal);
        Assert.Empty(await web.Get<DecisionStore>().UnannouncedAsync(cohort));
    }

    [Fact]
    public async Task GivenTwentyPressesAtOnce_WhenAllAreTheSame_ThenOneIsRecordedAndOneReceiptIsSent()
    {
        var (cohort, link) = await OpenAsync(waitFor: 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(link, ("choice", "no"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal((1, "no"), (await ReadAsync(cohort)).Recorded());
        Assert.Single(await web.Get<DecisionStore>().AuditAsync(cohort, "availability-P1"));
        await web.SettleAsync(cohort);
        Assert.Single(await web.ReceiptsAsync(cohort));
        Assert.Equal(["availability-P1 P1 no"], await HeardAsync(cohort));
    }

    [Fact]
    public async Task GivenARecordedAnswer_WhenChanged_ThenTheAuditSaysFromWhatToWhatAndTheOrchestrationHearsAgain()
    {
        var (cohort, link) = await OpenAsync(waitFor: 2);
        await PostAsync(link, ("choice", "yes"));
        await PostAsync(link, ("choice", "yes"));
        web.Clock.Now = Start.AddDays(1);
        await PostAsync(link, ("choice", "later"));

        Assert.Equal((2, "later"), (await ReadAsync(cohort)).Recorded());
        var audit = await web.Get<DecisionStore>().AuditAsync(cohort, "availability-P1");
        Assert.Equal(
            [(1, null, "yes"), (2, "yes", "later")], audit.Select(row => (row.Version, row.Before?["choice"][0], row.After["choice"][0])));
        Assert.Equal([Start, Start.AddDays(1)], audit.Select(row => row.At));
        Assert.Equal(["availability-P1 P1 yes", "availability-P1 P1 later"], await HeardAsync(cohort));
    }

    [Fact]
    public async Task GivenTwoDifferentAnswersAtOnce_WhenPosted_ThenBothAreInTheAuditAndTheLastOneStands()
    {
        var (cohort, link) = await OpenAsync();
        await Task.WhenAll(PostAsync(link, ("choice", "yes")), PostAsync(link, ("choice", "no")));

        var audit = await web.Get<DecisionStore>().AuditAsync(cohort, "availability-P1");
        Assert.Equal(2, audit.Count);
        Assert.Equal(audit[0].After["choice"][0], audit[1].Before!["choice"][0]);
        Assert.Equal((2, audit[1].After["choice"][0]), (await ReadAsync(cohort)).Recorded());
    }

    [Theory]
    [InlineData("choice", "")]
    [InlineData("choice", "maybe")]
    [InlineData("other", "yes")]
    [InlineData("", "")]
    public async Task GivenNoValidChoice_WhenPosted_ThenNothingIsRecordedAndTheFormSaysWhy(string field, string value)
    {
        var (cohort, link) = await OpenAsync();
        using var answer = await PostAsync(link, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#q-choice-1\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((0, null), (await ReadAsync(cohort)).Recorded());
    }

    [Fact]
    public async Task GivenAClosedDecision_WhenPosted_ThenThePageShowsWhatWasRecordedBefore()
    {
        var (cohort, link) = await OpenAsync();
        await PostAsync(link, ("choice", "yes"));
        web.Clock.Now = Closes;
        using var late = await PostAsync(link, ("choice", "no"));

        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
        Assert.Equal((1, "yes"), (await ReadAsync(cohort)).Recorded());
        var page = await web.Client.GetStringAsync(link);
        Assert.Contains("data-state=\"closed\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page[..page.IndexOf("</main>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnExpiredLink_WhenAFreshOneIsAskedFor_ThenItIsMailedOnceAndNeverShown()
    {
        var (cohort, link) = await OpenAsync();
        await PostAsync(link, ("choice", "yes"));
        web.Clock.Now = Closes.AddDays(31).AddMinutes(1);
        using (var old = await web.Client.GetAsync(link)) Assert.Equal(HttpStatusCode.Gone, old.StatusCode);
        using (var stale = await PostAsync(link, ("choice", "no"))) Assert.Equal(HttpStatusCode.Gone, stale.StatusCode);
        Assert.Equal((1, "yes"), (await ReadAsync(cohort)).Recorded());

        var before = web.Mails("fresh-link").Count;
        using var asked = await PostAsync(link, ("fresh", "1"));
        using var again = await PostAsync(link, ("fresh", "1"));
        Assert.Equal($"{link}?sent=1", asked.Headers.Location!.OriginalString);
        var mail = Assert.Single(web.Mails("fresh-link").Skip(before));
        var fresh = new Uri((await web.Get<DecisionLinks>().OpenAsync(Request(cohort))).AbsoluteUri).PathAndQuery;
        Assert.Contains(fresh, (await web.Get<Ilnp.Mail.LocalMailbox>().ReadAsync(mail.FileName))!.Text, StringComparison.Ordinal);
        Assert.NotEqual(link, fresh);
        Assert.DoesNotContain(fresh, await web.Client.GetStringAsync($"{link}?sent=1"), StringComparison.Ordinal);
        Assert.Contains("data-state=\"closed\"", await web.Client.GetStringAsync(fresh), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAQuestionThatClosedWithoutAnAnswer_WhenItsOldLinkIsOpened_ThenThatIsSaidAndNoFreshLinkIsSent()
    {
        var (_, link) = await OpenAsync();
        web.Clock.Now = Closes.AddDays(90);
        var before = web.Mails("fresh-link").Count;

        using var old = await web.Client.GetAsync(link);
        using var asked = await PostAsync(link, ("fresh", "1"));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (old.StatusCode, asked.StatusCode));
        Assert.Contains("without an answer from you", await old.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, web.Mails("fresh-link").Count);
    }

    [Fact]
    public async Task GivenAChangedToken_WhenOpenedOrPosted_ThenTheAnswerIsAlwaysTheSame404()
    {
        var (_, link) = await OpenAsync();
        var texts = new HashSet<string>();
        foreach (var wrong in new[]
        {
            link[..^1],
            link + "A",
            "/d/x",
            "/d/k1.AAAA",
            link.Replace("k1.", "k2.", StringComparison.Ordinal),
            "/d/" + new string('a', 3000),
        })
        {
            using var got = await web.Client.GetAsync(wrong);
            using var posted = await PostAsync(wrong, ("choice", "yes"));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (got.StatusCode, posted.StatusCode));
            texts.Add(await got.Content.ReadAsStringAsync());
            texts.Add(await posted.Content.ReadAsStringAsync());
        }

        Assert.Single(texts);
    }

    [Fact]
    public async Task GivenTheOrchestrationIsGone_WhenPosted_ThenTheAnswerIsRecordedAllTheSame()
    {
        var (cohort, link) = await OpenAsync(Request("?") with { InstanceId = "no-such-instance", EventName = WaitingOrchestrator.Event });
        using var answer = await PostAsync(link, ("choice", "yes"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal((1, "yes"), (await ReadAsync(cohort)).Recorded());
        Assert.Empty(await web.Get<DecisionStore>().UnannouncedAsync(cohort));
    }

    [Fact]
    public async Task GivenAPage_WhenGot_ThenItsHeadersForbidScriptFramesKeepingAndPassingOn()
    {
        var (_, link) = await OpenAsync();
        using var answer = await web.Client.GetAsync(link);
        string Header(string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);

        Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("script", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(
            ("same-origin", "DENY", "no-store", "nosniff", "noindex, nofollow"),
            (
                Header("Referrer-Policy"), Header("X-Frame-Options"), Header("Cache-Control"),
                Header("X-Content-Type-Options"), Header("X-Robots-Tag")));
    }

    [Fact]
    public async Task GivenFactsWithMarkup_WhenShown_ThenTheyAreText()
    {
        var (_, link) = await OpenAsync(Request("?") with
        {
            DecisionId = "pulse-P1-1",
            Form = "pulse",
            Facts = new Dictionary<string, string>
            {
                ["partners"] = "<img src=x onerror=alert(1)> {name} & \"عبد الله\"",
                ["liaison"] = "Ada",
            },
        });
        var page = await web.Client.GetStringAsync(link);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
        Assert.Contains("{name}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAHugeBody_WhenPosted_ThenItIsRefused()
    {
        var (cohort, link) = await OpenAsync();
        using var answer = await PostAsync(link, ("choice", "yes"), ("note", new string('x', 300_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal((0, null), (await ReadAsync(cohort)).Recorded());
    }

    static DecisionRequest Request(string cohort) => new()
    {
        CohortId = cohort,
        DecisionId = "availability-P1",
        Form = "availability",
        SubjectId = "P1",
        ClosesAt = Closes,
    };

    async Task<(string Cohort, string Link)> OpenAsync(int waitFor = 0)
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "عبد الله بن يوسف", "EG"));
        var request = Request(cohort);
        if (waitFor > 0)
        {
            await web.Durable.ScheduleNewOrchestrationInstanceAsync(
                nameof(WaitingOrchestrator.HearDecisions), waitFor, new StartOrchestrationOptions($"wait-{cohort}"));
            request = request with { InstanceId = $"wait-{cohort}", EventName = WaitingOrchestrator.Event };
        }

        return (cohort, (await web.Get<DecisionLinks>().OpenAsync(request)).PathAndQuery);
    }

    async Task<(string Cohort, string Link)> OpenAsync(DecisionRequest request)
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "Zoë", "DE"));
        return (cohort, (await web.Get<DecisionLinks>().OpenAsync(request with { CohortId = cohort })).PathAndQuery);
    }

    Task<HttpResponseMessage> PostAsync(string link, params (string Name, string Value)[] fields) =>
        web.Client.PostAsync(link, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    async Task<Decision> ReadAsync(string cohort) => (await web.Get<DecisionStore>().FindAsync(cohort, "availability-P1"))!;

    async Task<List<string>> HeardAsync(string cohort)
    {
        var done = await web.Durable.WaitForInstanceCompletionAsync(
            $"wait-{cohort}", getInputsAndOutputs: true, new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        return done.ReadOutputAs<List<string>>()!;
    }
}

static class RecordedDecision
{
    public static (int Version, string? Choice) Recorded(this Decision decision) => (decision.Version, decision.Choice);
}
