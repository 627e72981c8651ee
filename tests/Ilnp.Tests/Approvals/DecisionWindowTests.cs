using System.Net;
using Ilnp.Approvals;
using Ilnp.Care.Letters;
using Ilnp.Care.Questions;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Operations;
using Ilnp.Programme;
using Ilnp.SecondPartners.Questions;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Approvals;

/// <summary>Every question to the committee is open until its step ends, not until a day, and says truly when it is too late.</summary>
public sealed class DecisionWindowTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    readonly DateTimeOffset start = web.Clock.Now;

    public void Dispose() => web.Clock.Now = start;

    public static TheoryData<string> Forms => [.. AppParts.Of<CommitteeForm>().Select(form => form.Name)];

    /// <summary>A new kind of question to the committee says here what ends it.</summary>
    [Fact]
    public void GivenAllQuestionsToTheCommittee_WhenListed_ThenEachIsTestedHere() =>
        Assert.Equal(AppParts.Of<CommitteeForm>().Select(form => form.Name).Order(), DecisionKind.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task GivenAStepThatHasNotEnded_WhenItsDayIsLongOver_ThenItIsOpenAndPromisesNoDayOfItsOwn(string form)
    {
        var (cohort, kind, link) = await AskAsync(form);
        web.Clock.Now = new(2020, 5, 20, 12, 0, 0, TimeSpan.Zero);

        var before = await PageAsync(link);
        var after = await PressAsync(link, kind.First);

        Assert.Contains("data-state=\"open\"", before, StringComparison.Ordinal);
        Assert.Contains("This stays open", before, StringComparison.Ordinal);
        Assert.DoesNotContain("You can answer, and change your answer, until", before, StringComparison.Ordinal);
        Assert.Equal((1, kind.First), await RecordedAsync(cohort, kind));
        if (kind.Second is not { } second) return;
        Assert.Contains("This stays open", after, StringComparison.Ordinal);
        await PressAsync(link, second);
        Assert.Equal((2, second), await RecordedAsync(cohort, kind));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task GivenAStepThatHasEnded_WhenPressed_ThenNothingIsRecordedThePageSaysThatItIsTooLateAndItWaitsForNobody(string form)
    {
        var (cohort, kind, link) = await AskAsync(form);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var waits = (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", cookie)).Html;
        await kind.EndAsync(web, cohort);

        var html = await PressAsync(link, kind.First);

        Assert.Contains("data-state=\"closed\"", html, StringComparison.Ordinal);
        Assert.Contains(kind.TooLate, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", html, StringComparison.Ordinal);
        Assert.DoesNotContain("This stays open", html, StringComparison.Ordinal);
        Assert.Equal((0, null), await RecordedAsync(cohort, kind));
        if (form == StoppedForm.Form.Name) return;
        Assert.Contains(link.PathAndQuery, waits, StringComparison.Ordinal);
        Assert.DoesNotContain(
            link.PathAndQuery, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", cookie)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task GivenAnAnswerOfOnesOwn_WhenTheStepHasEnded_ThenThePageSaysThatItCannotBeChangedAndKeepsIt(string form)
    {
        var (cohort, kind, link) = await AskAsync(form);
        await PressAsync(link, form == StoppedForm.Form.Name ? StoppedForm.GoOn : kind.First);
        var said = await RecordedAsync(cohort, kind);
        await kind.EndAsync(web, cohort);

        var html = await PressAsync(link, kind.Second ?? (form == StoppedForm.Form.Name ? "leave" : "revise"));

        Assert.Contains("data-state=\"closed\"", html, StringComparison.Ordinal);
        Assert.Matches("[Nn]othing more can be changed here", html);
        Assert.DoesNotContain("too late to decide", html, StringComparison.Ordinal);
        Assert.Equal(said, await RecordedAsync(cohort, kind));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task GivenAnAnswer_WhenItsReceiptComes_ThenItPromisesNoDayOfItsOwn(string form)
    {
        var (cohort, kind, link) = await AskAsync(form);
        await PressAsync(link, kind.First);
        await web.SettleAsync(cohort);

        var receipt = Assert.Single(await ReceiptsAsync(cohort)).Text.Unwrapped();

        Assert.DoesNotContain("change it until", receipt, StringComparison.Ordinal);
        if (form is not ("match-approval" or ApproveSeconds.Name)) Assert.Contains("This stays open", receipt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("liaison-silence", true)]
    [InlineData("liaison-quiet", true)]
    [InlineData("lead-trouble", false)]
    public async Task GivenAConcernThatHasSettled_WhenSomebodyWouldWait_ThenTheyAreToldThatNobodyAsksAgainAndANewPartnerCanBeGiven(
        string form, bool byItself)
    {
        var (cohort, kind, link) = await AskAsync(form);
        if (byItself) await ResolvedAsync(cohort);
        else
        {
            await kind.AskAsync(web, cohort, form, "other");
            var read = await web.Get<DecisionStore>().ReadAsync(cohort, kind.DecisionId("other"), default);
            await web.Get<DecisionRecorder>().RecordAsync(
                read!,
                new Dictionary<string, IReadOnlyList<string>> { ["choice"] = [ConcernQuestion.Well] },
                ConcernQuestion.Well,
                web.Durable,
                default);
        }

        var page = await PageAsync(link);
        var wait = await PressAsync(link, ConcernQuestion.Wait, HttpStatusCode.UnprocessableEntity);
        Assert.Equal((0, null), await RecordedAsync(cohort, kind));
        await PressAsync(link, ConcernQuestion.Part);

        Assert.Contains("This has settled meanwhile", page, StringComparison.Ordinal);
        Assert.Contains("nobody would be asked again", wait, StringComparison.Ordinal);
        Assert.Equal((1, ConcernQuestion.Part), await RecordedAsync(cohort, kind));
    }

    async Task<(string Cohort, DecisionKind Kind, Uri Link)> AskAsync(string form)
    {
        var settings = SampleCohort.Settings($"c{Guid.NewGuid():N}"[..12]);
        var lead = settings.Committee[0] with
        {
            Roles = [CommitteeRole.Lead, CommitteeRole.Liaison, CommitteeRole.Technical],
            LiaisonLoad = 5,
        };
        var other = lead with { Id = "other", Name = "Zoë Other", Email = $"other@{settings.Id}.example" };
        await web.Get<CohortStore>().TryAddAsync(settings with { Committee = [lead, other] });
        foreach (var id in new[] { "P1", "P2" })
            await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(settings.Id, id, $"Person {id}", "GH"));
        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = settings.Id,
            GroupId = "G001",
            Members = ["P1", "P2", "P4"],
            Status = GroupStatus.Active,
            LiaisonId = "lead",
        });
        var kind = DecisionKind.All[form];
        return (settings.Id, kind, await kind.AskAsync(web, settings.Id, form, "lead"));
    }

    Task ResolvedAsync(string cohort) => web.Get<MailLedger>().AddAsync(
        new()
        {
            Key = new(cohort, "care", DeciderActivities.Resolved("G001", 1), "lead"),
            Template = "liaison-resolved",
            Language = "en",
            Stream = MailStream.Essential,
            Status = MailStatus.Sent,
            FirstAttemptAt = web.Clock.Now,
            ClaimedAt = web.Clock.Now,
            ClaimedBy = "x",
            Sender = "mailbox",
        },
        default);

    async Task<(int Version, string? Choice)> RecordedAsync(string cohort, DecisionKind kind) =>
        await web.Get<DecisionStore>().FindAsync(cohort, kind.DecisionId("lead")) is { } decision
            ? (decision.Version, decision.Choice)
            : default;

    async Task<string> PageAsync(Uri link) => Read(await web.Client.GetStringAsync(link.PathAndQuery));

    /// <summary>The page after the press.</summary>
    async Task<string> PressAsync(Uri link, string choice, HttpStatusCode expected = HttpStatusCode.SeeOther)
    {
        using var answer = await web.Client.PostAsync(
            link.PathAndQuery, new FormUrlEncodedContent(new Dictionary<string, string> { ["choice"] = choice }));
        Assert.Equal(expected, answer.StatusCode);
        return answer.StatusCode == HttpStatusCode.SeeOther ? await PageAsync(link) : Read(await answer.Content.ReadAsStringAsync());
    }

    static string Read(string html) =>
        WebUtility.HtmlDecode(html).Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);

    async Task<IReadOnlyList<MailboxMail>> ReceiptsAsync(string cohort)
    {
        var keys = (await web.Get<MailLedger>().ListAsync(cohort, "decision-receipt")).Select(written => written.Key.Hash).ToHashSet();
        return await Task.WhenAll(
            web.Get<LocalMailbox>().List().Where(mail => keys.Contains(mail.Key))
                .Select(async mail => (await web.Get<LocalMailbox>().ReadAsync(mail.FileName))!));
    }
}
