using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Intake.Stray;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Operations.Stuck;
using Ilnp.Programme;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Operations.Stuck;

/// <summary>From what is stuck to the mail, over Azurite.</summary>
public sealed class StuckSweepTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    readonly StoppedApp app = new(azurite.ConnectionString);

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task GivenMailsThatMayNotHaveGoneOut_WhenSweptOnFourDays_ThenLeadAndTechnicalMemberHearOnceAndWhichMails()
    {
        var cohort = await app.CohortAsync();
        await UnknownAsync(cohort, "prompt", "P1");
        await UnknownAsync(cohort, "prompt", "P2");
        for (var day = 0; day < 4; day++) await NextDayAsync();

        var mails = await MailsAsync(cohort);
        Assert.Equal(["Ada", "Tess"], mails.Select(mail => mail.To[0].Name.Split(' ')[0]).Order());
        Assert.All(mails, mail => Assert.EndsWith(": 2 mails may not have gone out", mail.Subject, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains($"https://ilnp.example.org/cohorts/{cohort}", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenALeadWhoseAddressBounced_WhenSweptTwice_ThenTheOthersHearOnce()
    {
        var cohort = await app.CohortAsync();
        var ada = (await app.Get<CohortStore>().GetAsync(cohort)).Committee.Single(member => member.Id == "ada");
        await WrittenAsync(cohort, "intake-review", "ada", MailStatus.Bounced);
        await NextDayAsync();
        await NextDayAsync();

        var mail = Assert.Single(await MailsAsync(cohort));
        Assert.Equal("tess@example.org", mail.To[0].Address);
        Assert.EndsWith($": Mail does not reach {ada.Name}", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(ada.Email, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenQuestionsThatALiaisonLeavesOpen_WhenTheirDaysHavePassed_ThenTheLeadHearsOnceAndNotOfWhat()
    {
        var cohort = await app.CohortAsync();
        var settings = await app.Get<CohortStore>().GetAsync(cohort);
        foreach (var group in new[] { "G001", "G002" })
            await app.Get<DecisionLinks>().OpenAsync(new()
            {
                CohortId = cohort,
                DecisionId = $"nudge-{group}-ben",
                Form = "nudge",
                SubjectId = "ben",
                ClosesAt = app.Clock.Now.AddDays(60),
                Facts = new Dictionary<string, string> { ["partners"] = "María" },
            });
        for (var day = 0; day < 2 * settings.Care.RemindDays - 1; day++) await NextDayAsync();
        Assert.Empty(await MailsAsync(cohort));
        for (var day = 0; day < 3; day++) await NextDayAsync();

        var mail = Assert.Single(await MailsAsync(cohort));
        Assert.Equal("ada", settings.Committee.Single(member => member.Email == mail.To[0].Address).Id);
        Assert.DoesNotContain("María", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("was asked 2 questions and has not answered", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenOwnWordsThatDoNotPassAnyMore_WhenSweptOnTwoDays_ThenTheLeadsHearOnceOfWhichMail()
    {
        var cohort = await app.CohortAsync();
        await app.Get<OwnWordingStore>().TryReplaceAsync(
            null,
            new()
            {
                CohortId = cohort,
                Template = "pulse",
                Language = "en",
                Version = 3,
                MemberId = "ada",
                At = app.Clock.Now,
                Words = new("Ours", "", "why", "{{ since_removed }}"),
            },
            default);
        await NextDayAsync();
        await NextDayAsync();

        var mails = await MailsAsync(cohort);
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Contains("own words of a mail are not used: ", mail.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAFormWhoseQuestionsNothingReads_WhenSweptOnFourDays_ThenLeadAndTechnicalMemberHearOnceAndWhereToSayIt()
    {
        var cohort = await app.CohortAsync();
        await app.Get<IntakeProblemStore>().NoteOnceAsync(
            new()
            {
                CohortId = cohort,
                ProblemId = "form-tally-email",
                Provider = "tally",
                Field = "email",
                Words = "",
                FoundAt = app.Clock.Now,
            });
        for (var day = 0; day < 4; day++) await NextDayAsync();

        var mails = await MailsAsync(cohort);
        Assert.Equal(["Ada", "Tess"], mails.Select(mail => mail.To[0].Name.Split(' ')[0]).Order());
        Assert.All(mails, mail => Assert.EndsWith(": Answers of a form are not read", mail.Subject, StringComparison.Ordinal));
        Assert.All(
            mails, mail => Assert.Contains($"https://ilnp.example.org/cohorts/{cohort}/questions", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenMessagesForARoundThatIsNotHere_WhenSweptOnFourDays_ThenWhoCanTakeThemInHearsOnce()
    {
        var cohort = await app.CohortAsync();
        var close = new ProgrammeCalendar(await app.Get<CohortStore>().GetAsync(cohort)).ApplicationsClose;
        app.Clock.Now = new DateTimeOffset(close, TimeSpan.Zero).AddDays(-9);
        foreach (var id in new[] { "m1", "m2" })
            await app.Get<StrayStore>().TryKeepAsync(
                ("sumer", cohort), id, new("tally", app.Clock.Now, new([], "application/json"), new(2020, 12, 1)), default);
        for (var day = 0; day < 4; day++) await NextDayAsync();

        // Messages that any round may take in are left by other tests.
        var nameId = (await app.Get<StrayStore>().ListAsync(default)).First(stray => stray.MeantFor == cohort).NameId;
        var mails = await MailsAsync(cohort, nameId);
        Assert.Equal(["Ada", "Tess"], mails.Select(mail => mail.To[0].Name.Split(' ')[0]).Order());
        Assert.All(
            mails,
            mail => Assert.Contains("2 genuine messages came from tally", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal));
    }

    Task UnknownAsync(string cohort, string template, string person) => WrittenAsync(cohort, template, person, MailStatus.Unknown);

    Task WrittenAsync(string cohort, string template, string person, MailStatus status) => app.Get<MailLedger>().AddAsync(
        new()
        {
            Key = new(cohort, template, "1", person),
            Template = template,
            Language = "en",
            Stream = MailStream.Essential,
            Status = status,
            FirstAttemptAt = app.Clock.Now,
            ClaimedAt = app.Clock.Now,
            ClaimedBy = "gone",
            Sender = "sendgrid",
        },
        default);

    async Task NextDayAsync()
    {
        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.Get<StuckSweep>().TellOfWhatIsStuck(new(), CancellationToken.None);
    }

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string cohort, string about = "")
    {
        var mailbox = app.Get<LocalMailbox>();
        var told = (await app.Get<MailLedger>().ListAsync(cohort, "stuck"))
            .Where(written => written.Key.Occurrence.Contains(about, StringComparison.Ordinal));
        var keys = told.Select(written => written.Key.Hash).ToHashSet();
        return await Task.WhenAll(
            mailbox.List().Where(entry => keys.Contains(entry.Key)).Select(async entry => (await mailbox.ReadAsync(entry.FileName))!));
    }
}
