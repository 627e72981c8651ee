using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Committee.Acts;
using Ilnp.Committee.InDoubt;
using Ilnp.Mail;
using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Ilnp.Rights;
using Ilnp.Storage;
using Ilnp.Tests.Committee.Unknown;
using Ilnp.Tests.Pages;
using MimeKit;

namespace Ilnp.Tests.Committee.InDoubt;

/// <summary>Mails that may not have gone out, looked at and settled through real HTTP.</summary>
public sealed class DoubtPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenAMailInDoubt_WhenALeadHasItSentAgain_ThenOneMailGoesHoweverOftenItIsPressedAndTheAuditSaysSo()
    {
        var visit = await BeginAsync();
        await DoubtAsync(visit.Cohort, "P1");
        var (overview, page) = (await visit.PageAsync($"/cohorts/{visit.Cohort}"), await visit.PageAsync(Path(visit)));

        var first = await visit.PostAsync(UnknownVisit.Action(page), (DoubtPages.Do, DoubtPresses.Again));
        var again = await visit.PostAsync(UnknownVisit.Action(page), (DoubtPages.Do, DoubtPresses.Again));

        Assert.Contains($"<a href=\"{Path(visit)}\">", overview, StringComparison.Ordinal);
        Assert.Contains("Ana Böhm", page, StringComparison.Ordinal);
        Assert.Contains("Subject: A word for P1", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"{Path(visit)}?done=again-sent"), (first.Status, first.Html));
        Assert.Equal(first, again);
        Assert.Equal("p1@library.example", Assert.Single(await SentAsync(visit.Cohort)).To[0].Address);
        Assert.Contains("The mail was sent again.", await visit.PageAsync(first.Html), StringComparison.Ordinal);
        Assert.Contains("No mail is in doubt.", await visit.PageAsync(Path(visit)), StringComparison.Ordinal);
        Assert.Matches(
            "(?s)Sent a mail in doubt again.*Ana Böhm.*, 12 April 2020", await visit.PageAsync($"/cohorts/{visit.Cohort}/audit"));
        Assert.Contains(
            "Zoë Müller: Sent a mail in doubt again",
            await visit.PageAsync($"/cohorts/{visit.Cohort}/people/P1"),
            StringComparison.Ordinal);
        Assert.Null(await web.Get<KeptMails>().FindAsync(Key(visit.Cohort, "P1"), default));
    }

    [Theory]
    [InlineData(SecondPairStatus.Active, true)]
    [InlineData(SecondPairStatus.Ended, false)]
    public async Task GivenAMailToASecondPair_WhenALeadLooks_ThenBothAreNamedAndItGoesOnlyWhileTheyMeet(SecondPairStatus status, bool goes)
    {
        var visit = await BeginAsync();
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(visit.Cohort, "P2", "Kofi Mensah", "GH", Standing.Active));
        await web.Get<SecondPairStore>().ReplaceAsync(
            visit.Cohort,
            [new()
            {
                CohortId = visit.Cohort,
                PairId = "S001",
                Members = ["P1", "P2"],
                Status = status,
                IntroducedAt = web.Clock.Now,
            }]);
        await DoubtAsync(visit.Cohort, "S001", address: "p1@library.example");

        var page = await visit.PageAsync(Path(visit));

        Assert.Contains("Ana Böhm", page, StringComparison.Ordinal);
        Assert.Contains("Kofi Mensah", page, StringComparison.Ordinal);
        Assert.Equal(goes, page.Contains($"value=\"{DoubtPresses.Again}\"", StringComparison.Ordinal));
        var (_, person) = await CommitteeVisit.GetAsync(web, $"/cohorts/{visit.Cohort}/people/P1", visit.Cookie);
        Assert.Equal(goes, person.Contains($"/cohorts/{visit.Cohort}/people/P2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenMailsFromBeforeTheirRowsSaidWhatIsShown_WhenALeadLooks_ThenThePageIsTheSame()
    {
        var visit = await BeginAsync();
        await DoubtAsync(visit.Cohort, "P1");
        var page = await visit.PageAsync(Path(visit));
        var mails = new RecordTable<LedgerEntry>(web.Get<TableServiceClient>(), "Mails");
        foreach (var mail in await mails.ListAsync(visit.Cohort)) await mails.PutAsync(visit.Cohort, mail.Row, mail.Value);
        var blobs = web.Get<BlobServiceClient>().GetBlobContainerClient(KeptMails.Container);
        await foreach (var blob in blobs.GetBlobsAsync(new() { Prefix = visit.Cohort, Traits = BlobTraits.Metadata }))
            await blobs.GetBlobClient(blob.Name).SetMetadataAsync(blob.Metadata.Where(one => one.Key != "head").ToDictionary());

        Assert.Contains("Subject: A word for P1", page, StringComparison.Ordinal);
        Assert.Equal(Lasting(page), Lasting(await visit.PageAsync(Path(visit))));
    }

    /// <summary>Without what tells one visit from the next.</summary>
    static string Lasting(string page) => Regex.Replace(page, "[0-9a-f]{16}", "");

    [Fact]
    public async Task GivenTwoMembersAtOnce_WhenBothPress_ThenOneMailGoesAndOneOfThemReadsThatSomebodyWasFirst()
    {
        var visit = await BeginAsync();
        var other = new UnknownVisit(web, visit.Cohort, await CommitteeVisit.SignInAsync(web, visit.Cohort, "technical"));
        await DoubtAsync(visit.Cohort, "P1");
        var actions = new[]
        {
            UnknownVisit.Action(await visit.PageAsync(Path(visit))),
            UnknownVisit.Action(await other.PageAsync(Path(visit))),
        };

        var answers = await Task.WhenAll(
            visit.PostAsync(actions[0], (DoubtPages.Do, DoubtPresses.Again)),
            other.PostAsync(actions[1], (DoubtPages.Do, DoubtPresses.Again)));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.Single(await SentAsync(visit.Cohort));
        var act = Assert.Single(await ActsAsync(visit.Cohort, "P1"));
        var late = await (act.MemberId == "lead" ? other : visit)
            .PostAsync(actions[act.MemberId == "lead" ? 1 : 0], (DoubtPages.Do, DoubtPresses.Left));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(
            $"by <bdi>{(await web.Get<CohortStore>().GetAsync(visit.Cohort)).MemberName(act.MemberId)}</bdi>",
            late.Html,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DoubtPresses.Arrived, MailStatus.Sent)]
    [InlineData(DoubtPresses.Left, MailStatus.Failed)]
    public async Task GivenAMailInDoubt_WhenItIsLeft_ThenNothingIsSentAndItDoesNotWaitAnyMore(string act, MailStatus expected)
    {
        var visit = await BeginAsync();
        await DoubtAsync(visit.Cohort, "P1");
        var page = await visit.PageAsync(Path(visit));

        var first = await visit.PostAsync(UnknownVisit.Action(page), (DoubtPages.Do, act));
        var late = await visit.PostAsync(UnknownVisit.Action(page), (DoubtPages.Do, DoubtPresses.Again));

        Assert.Equal((HttpStatusCode.SeeOther, $"{Path(visit)}?done={act}"), (first.Status, first.Html));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(expected, (await web.Get<MailLedger>().FindAsync(Key(visit.Cohort, "P1")))!.Status);
        Assert.Empty(await SentAsync(visit.Cohort));
        Assert.DoesNotContain("may not have gone out", await visit.PageAsync($"/cohorts/{visit.Cohort}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("left", "has left the programme")]
    [InlineData("address", "An address in it is not")]
    [InlineData("answered", "What it asks has been answered since.")]
    [InlineData("expired", "What it leads to is closed")]
    [InlineData("old", "more than two weeks ago")]
    [InlineData("unkept", "The mail itself was not kept.")]
    public async Task GivenSomethingHappenedSince_WhenPressedFromAnOldPage_ThenNothingIsSentAndBothPagesSayWhy(string happened, string why)
    {
        var visit = await BeginAsync();
        await DoubtAsync(visit.Cohort, "P1");
        var action = UnknownVisit.Action(await visit.PageAsync(Path(visit)));
        await HappenAsync(visit.Cohort, happened);

        var pressed = await visit.PostAsync(action, (DoubtPages.Do, DoubtPresses.Again));
        var page = await visit.PageAsync(Path(visit));

        Assert.Equal(HttpStatusCode.Conflict, pressed.Status);
        Assert.Contains(why, pressed.Html, StringComparison.Ordinal);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Send it again", page, StringComparison.Ordinal);
        Assert.Empty(await SentAsync(visit.Cohort));
        Assert.Empty(await ActsAsync(visit.Cohort, "P1"));
    }

    [Fact]
    public async Task GivenAnAddressThatWantsNoMail_WhenPressed_ThenThePageSaysSoAndNothingStandsInTheAudit()
    {
        var visit = await BeginAsync();
        await DoubtAsync(visit.Cohort, "P1");
        var key = web.Get<AddressKeys>().Of("p1@library.example");
        await web.Get<SuppressionList>().AddAsync(key, MailStream.Essential, "bounced");
        var pressed = await visit.PressAsync(Path(visit), (DoubtPages.Do, DoubtPresses.Again));
        await web.Get<SuppressionList>().RemoveAsync(key, MailStream.Essential);

        Assert.Equal($"{Path(visit)}?done=again-suppressed", pressed.Html);
        Assert.Contains("this address gets no such mail", await visit.PageAsync(pressed.Html), StringComparison.Ordinal);
        Assert.Empty(await SentAsync(visit.Cohort));
        Assert.Empty(await ActsAsync(visit.Cohort, "P1"));
    }

    [Fact]
    public async Task GivenSomebodyErasedSince_WhenPressed_ThenNothingIsSentAndNothingOfThemIsKept()
    {
        var visit = await BeginAsync();
        await DoubtAsync(visit.Cohort, "P1");
        var action = UnknownVisit.Action(await visit.PageAsync(Path(visit)));
        await web.Get<PersonRecords>().EraseAsync(new(visit.Cohort, "P1"), default);

        var pressed = await visit.PostAsync(action, (DoubtPages.Do, DoubtPresses.Again));

        Assert.Equal((HttpStatusCode.SeeOther, $"{Path(visit)}?done=settled"), (pressed.Status, pressed.Html));
        Assert.Contains("your press sent nothing", await visit.PageAsync(pressed.Html), StringComparison.Ordinal);
        Assert.Empty(await SentAsync(visit.Cohort));
        Assert.Null(await web.Get<KeptMails>().FindAsync(Key(visit.Cohort, "P1"), default));
        Assert.DoesNotContain("may not have gone out", await visit.PageAsync($"/cohorts/{visit.Cohort}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenOthersOfTheCommittee_WhenTheyLook_ThenALiaisonIsRefusedAndATechnicalMemberSeesNothingConfidential()
    {
        var visit = await BeginAsync();
        await DoubtAsync(visit.Cohort, "P1", "heard-trouble");
        var action = UnknownVisit.Action(await visit.PageAsync(Path(visit)));
        var (liaison, technical) = (await MemberAsync(visit, "liaison"), await MemberAsync(visit, "technical"));

        Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, Path(visit), liaison.Cookie)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await liaison.PostAsync(action, (DoubtPages.Do, DoubtPresses.Again))).Status);
        Assert.Contains("No mail is in doubt.", await technical.PageAsync(Path(visit)), StringComparison.Ordinal);
        Assert.DoesNotContain("may not have gone out", await technical.PageAsync($"/cohorts/{visit.Cohort}"), StringComparison.Ordinal);
        Assert.Equal($"{Path(visit)}?done=settled", (await technical.PostAsync(action, (DoubtPages.Do, DoubtPresses.Again))).Html);
        Assert.Equal($"{Path(visit)}?done=settled", (await visit.PostAsync(action, (DoubtPages.Do, "anything"))).Html);
        Assert.Empty(await SentAsync(visit.Cohort));
    }

    async Task HappenAsync(string cohort, string happened)
    {
        var (people, key) = (web.Get<PeopleStore>(), Key(cohort, "P1"));
        if (happened == "left") await people.UpdateAsync(cohort, "P1", person => person with { Standing = Standing.Left });
        if (happened == "address") await people.UpdateAsync(cohort, "P1", person => person with { Email = "new@library.example" });
        if (happened == "unkept") await web.Get<KeptMails>().LetGoAsync(key, default);
        if (happened == "answered")
            await web.Get<DecisionRecorder>().RecordAsync(
                (await web.Get<DecisionStore>().ReadAsync(cohort, "pulse-P1", default))!,
                new Dictionary<string, IReadOnlyList<string>> { ["choice"] = [Pulse.Heard] }, Pulse.Heard, web.Durable, default);
        if (happened == "expired")
            await web.Get<DecisionLinks>().RenewAsync((await web.Get<DecisionStore>().FindAsync(cohort, "pulse-P1"))!);
        if (happened == "old") await KeepAsync(cohort, "P1", "prompt", web.Clock.Now.AddDays(-15));
    }

    async Task<UnknownVisit> BeginAsync()
    {
        var settings = SampleCohort.Settings($"c{Guid.NewGuid():N}"[..12]);
        var (cohort, technical) = (
            settings.Id,
            new CommitteeMember
            {
                Id = "technical",
                Name = "Tess Ito",
                Email = $"technical@{settings.Id}.example",
                Roles = [CommitteeRole.Technical],
            });
        await web.Get<CohortStore>().TryAddAsync(settings with { Committee = [.. settings.Committee, technical] });
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(cohort, "P1", "Ana Böhm", "BR", Standing.Active));
        return new(web, cohort, await CommitteeVisit.SignInAsync(web, cohort));
    }

    async Task<UnknownVisit> MemberAsync(UnknownVisit visit, string member) =>
        new(web, visit.Cohort, await CommitteeVisit.SignInAsync(web, visit.Cohort, member));

    /// <summary>A mail with the link of a question, which broke off three days ago by another sender.</summary>
    async Task DoubtAsync(string cohort, string person, string template = "prompt", string? address = null)
    {
        var at = web.Clock.Now.AddDays(-3);
        await web.Get<MailLedger>().AddAsync(
            new()
            {
                Key = Key(cohort, person),
                Template = template,
                Language = "en",
                Stream = MailStream.Essential,
                Status = MailStatus.Unknown,
                FirstAttemptAt = at,
                ClaimedAt = at,
                ClaimedBy = "gone",
                Sender = "sendgrid",
            },
            default);
        await KeepAsync(cohort, person, template, at, address);
    }

    async Task KeepAsync(string cohort, string person, string template, DateTimeOffset at, string? address = null)
    {
        var url = await web.Get<DecisionLinks>().OpenAsync(
            new()
            {
                CohortId = cohort,
                DecisionId = $"pulse-{person}",
                Form = Pulse.Form,
                SubjectId = person,
                ClosesAt = web.Clock.Now.AddDays(30),
                Receipt = false,
            });
        address ??= $"{person.ToLowerInvariant()}@library.example";
        await web.Get<KeptMails>().KeepAsync(new()
        {
            Key = Key(cohort, person),
            Template = template,
            Stream = MailStream.Essential,
            From = new("ILNP", "programme@ilnp.example"),
            To = [new(new MailboxAddress("Somebody", address), web.Get<AddressKeys>().Of(address))],
            Subject = $"A word for {person}",
            Html = $"<p><a href=\"{url.AbsoluteUri}\">Answer</a></p>",
            Text = url.AbsoluteUri,
            Language = "en",
            Headers = [],
            Attachments = [],
            Date = at,
            FirstAttemptAt = at,
        });
    }

    static MailKey Key(string cohort, string person) => new(cohort, "prompt", "1", person);

    static string Path(UnknownVisit visit) => $"/cohorts/{visit.Cohort}/mails-in-doubt";

    async Task<IReadOnlyList<CommitteeAct>> ActsAsync(string cohort, string person) =>
        await web.Get<CommitteeActStore>().ListAsync(cohort, person);

    async Task<IReadOnlyList<MailboxMail>> SentAsync(string cohort)
    {
        var hashes = new[] { Key(cohort, "P1").Hash };
        return await Task.WhenAll(
            web.Get<LocalMailbox>().List().Where(mail => hashes.Contains(mail.Key))
                .Select(async mail => (await web.Get<LocalMailbox>().ReadAsync(mail.FileName))!));
    }
}
