using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Cohort;
using Ilnp.Intake;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Reports;
using Ilnp.Returning;
using Ilnp.Returning.Questions;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Returning;

/// <summary>Two cohorts one after the other: who hears of the second, and which form opens.</summary>
public sealed class ReturningTests(FreshWebHostFixture web) : IClassFixture<FreshWebHostFixture>, IDisposable
{
    /// <summary>The first cohort has had its last survey; the others do not take applications yet, and then they do.</summary>
    static readonly DateTimeOffset Early = new(2020, 9, 10, 12, 0, 0, TimeSpan.Zero), After = new(2020, 10, 1, 12, 0, 0, TimeSpan.Zero);

    readonly DateTimeOffset before = web.Clock.Now;

    public void Dispose() => web.Clock.Now = before;

    [Fact]
    public async Task GivenOneWhoWaitedAndOneWhoTookPart_WhenTheNextOpens_ThenOnlyTheFirstIsWrittenToOnce()
    {
        var (earlier, next) = await CohortsAsync();
        await web.Get<WaitingNotes>().NoteAsync(
            await web.Get<CohortStore>().GetAsync(earlier), [await web.Get<PeopleStore>().GetAsync(earlier, "P1")]);
        var activities = ActivatorUtilities.CreateInstance<ReturningActivities>(web.Services);

        Assert.Equal([new PersonRef(earlier, "P1")], (await activities.ListReturning(next)).Where(one => one.CohortId == earlier));
        await activities.WriteRoundOpen(new(next, new(earlier, "P1")));
        await activities.WriteRoundOpen(new(next, new(earlier, "P1")));

        var mail = Assert.Single(await MailsAsync("round-open", earlier));
        Assert.Contains("before new applicants", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("10 October 2020", mail.Text.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheMail_WhenItsLinkIsOpened_ThenTheFormHasTheAnswersAndAsksThePromisesAnew()
    {
        var (earlier, next) = await CohortsAsync();
        var stores = (Cohorts: web.Get<CohortStore>(), People: web.Get<PeopleStore>());
        var address = await web.Get<KnownForms>().AddressAsync(
            await stores.Cohorts.GetAsync(next), await stores.Cohorts.GetAsync(earlier), await stores.People.GetAsync(earlier, "P1"));

        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await web.Client.GetStringAsync(address.PathAndQuery));

        Assert.Equal("Wanjiru Kamau", form.QuerySelector("[name=name]")!.GetAttribute("value"));
        Assert.Equal(["waited"], new[] { "internet", "biweekly", "commit", "consent", "waited" }
            .Where(name => form.QuerySelector($"[name={name}][checked]") is not null));
    }

    [Fact]
    public async Task GivenSomebodyWhoTookPart_WhenTheyWishIt_ThenTheyAreWrittenToAndTheirPageOpensTheForm()
    {
        var (earlier, next) = await CohortsAsync(hasOpened: false);
        web.Clock.Now = Early;
        Assert.Contains("with somebody new", await CardAsync(earlier), StringComparison.Ordinal);
        Assert.StartsWith("/d/", await PressAsync(earlier, "wish"), StringComparison.Ordinal);
        await SayAsync(earlier, Again.Yes);
        Assert.Contains("we write to you once", await CardAsync(earlier), StringComparison.Ordinal);

        await OpenAsync(next, closes: 8);
        web.Clock.Now = After;
        var activities = ActivatorUtilities.CreateInstance<ReturningActivities>(web.Services);
        Assert.Contains(new PersonRef(earlier, "P2"), await activities.ListReturning(next));
        await activities.WriteRoundOpen(new(next, new(earlier, "P2")));
        var mail = Assert.Single(await MailsAsync("round-open", earlier));
        Assert.Contains("somebody new", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("Thursday, 8 October 2020", await CardAsync(earlier), StringComparison.Ordinal);
        Assert.StartsWith($"/apply/{next}?lang=en", await PressAsync(earlier, "apply"), StringComparison.Ordinal);

        var cohort = await web.Get<CohortStore>().GetAsync(next);
        var person = await web.Get<PeopleStore>().GetAsync(earlier, "P2");
        var id = web.Get<Identities>().PersonId(cohort, person.Email);
        await web.Get<PeopleStore>().TryAddAsync(person with { CohortId = next, PersonId = id, GroupId = null });
        Assert.Contains("You have applied to", await CardAsync(earlier), StringComparison.Ordinal);
        Assert.DoesNotContain(new PersonRef(earlier, "P2"), await activities.ListReturning(next));
    }

    [Fact]
    public async Task GivenSomebodyWhoSaidNoMeanwhile_WhenTheMailIsWritten_ThenTheyGetNone()
    {
        var (earlier, next) = await CohortsAsync();
        await SayAsync(earlier, Again.No);
        await ActivatorUtilities.CreateInstance<ReturningActivities>(web.Services).WriteRoundOpen(new(next, new(earlier, "P2")));
        Assert.Empty(await MailsAsync("round-open", earlier));
        Assert.Equal("/me", await PressAsync(earlier, "apply-not"));
    }

    [Fact]
    public async Task GivenSomebodyWithoutAPlace_WhenTheyAreToldSo_ThenTheyComeFirstInAProgrammeThatOpensBeforeThisOneEnds()
    {
        var (earlier, next) = await CohortsAsync();
        var stores = (Cohorts: web.Get<CohortStore>(), People: web.Get<PeopleStore>());
        await ActivatorUtilities.CreateInstance<WaitingListActivities>(web.Services).TellNotChosen(new(earlier, "P1"));
        var person = await stores.People.GetAsync(earlier, "P1");
        Assert.True(await web.Get<ApplicationPersons>().WaitedAsync(
            await stores.Cohorts.GetAsync(next), person.Email, person.Name, default));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task GivenSomebodyWithAPlaceAndAPriority_WhenTheirProgrammeEnds_ThenOnlyThatOfALaterOneStays(
        bool waitedInEarlier, bool stays)
    {
        var (earlier, next) = await CohortsAsync();
        var (ended, waited) = waitedInEarlier ? (next, earlier) : (earlier, next);
        var stores = (Cohorts: web.Get<CohortStore>(), People: web.Get<PeopleStore>());
        var person = await stores.People.GetAsync(earlier, "P2");
        await stores.People.TryAddAsync(person with { CohortId = next });
        await web.Get<WaitingNotes>().NoteAsync(await stores.Cohorts.GetAsync(waited), [person]);

        await ActivatorUtilities.CreateInstance<HandOverActivities>(web.Services).CarryPriority(ended);

        Assert.Equal(stays, await web.Get<ApplicationPersons>().WaitedAsync(
            await stores.Cohorts.GetAsync(next), person.Email, person.Name, default));
    }

    [Fact]
    public async Task GivenSomebodyWithAPlaceInAProgrammeThatBeganMeanwhile_WhenTheFirstEnds_ThenTheyDoNotWaitAnyMore()
    {
        var (earlier, next) = await CohortsAsync();
        var people = web.Get<PeopleStore>();
        var activities = ActivatorUtilities.CreateInstance<HandOverActivities>(web.Services);
        Assert.Equal(["P1"], await activities.CarryPriority(earlier));
        Assert.Equal(1, await WaitingInReportAsync(earlier));

        await people.TryAddAsync(await people.GetAsync(earlier, "P1") with { CohortId = next, Standing = Standing.Active });

        Assert.Empty(await activities.CarryPriority(earlier));
        Assert.Equal(0, await WaitingInReportAsync(earlier));
    }

    async Task<int> WaitingInReportAsync(string cohort) =>
        (await web.Get<ReportReading>().ReadAsync(await web.Get<CohortStore>().GetAsync(cohort), new(2020, 9, 10), default)).Waiting;

    /// <summary>In the earlier one P1 waited for a place and P2 took part.</summary>
    async Task<(string Earlier, string Next)> CohortsAsync(bool hasOpened = true)
    {
        web.Clock.Now = After;
        var id = $"c{Guid.NewGuid():N}"[..12];
        var earlier = await web.CohortAsync(
            SampleCohort.Person("", "P1", "Wanjiru Kamau", "KE") with { ApplicationId = "A1", Email = $"p1@{id}.example" },
            SampleCohort.Person("", "P2", "Kofi Mensah", "GH", Standing.Active) with { Email = $"p2@{id}.example" });
        await web.Get<ApplicationStore>().TryAddAsync(new()
        {
            CohortId = earlier,
            ApplicationId = "A1",
            Provider = "own",
            AppliedAt = before,
            ReceivedAt = before,
            PersonId = "P1",
            Outcome = ApplicationOutcome.Received,
            Consent = ApplicationForm.ConsentVersion,
            Answers = new()
            {
                Name = "Wanjiru Kamau",
                Email = $"p1@{id}.example",
                Country = "KE",
                Languages = ["en"],
                Interests = ["metadata"],
                Internet = true,
                Biweekly = true,
                Commits = true,
            },
        });
        if (hasOpened) await OpenAsync(id);
        return (earlier, id);
    }

    Task<bool> OpenAsync(string id, int closes = 10) => web.Get<CohortStore>().TryAddAsync(SampleCohort.Settings(id) with
    {
        Dates = new()
        {
            Announce = new(2020, 9, 20),
            ApplicationsClose = new(2020, 10, closes),
            AskAvailability = new(2020, 10, 13),
            AvailabilityCloses = new(2020, 10, 24),
            Introduce = new(2020, 11, 4),
            MidSurvey = new(2021, 1, 6),
        },
    });

    async Task SayAsync(string cohort, string choice)
    {
        var question = Again.Question(await web.Get<CohortStore>().GetAsync(cohort), "P2");
        await web.Get<DecisionLinks>().OpenAsync(question);
        await web.Get<DecisionStore>().UpdateAboutAsync(
            cohort, question.DecisionId, decision => decision with { Choice = choice, AnsweredAt = After, Version = 1 }, default);
    }

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string template, string cohort)
    {
        var mails = await Task.WhenAll(
            web.Get<LocalMailbox>().List().Where(mail => mail.Template == template)
                .Select(mail => web.Get<LocalMailbox>().ReadAsync(mail.FileName)));
        var addresses = (await web.Get<PeopleStore>().ListAsync(cohort)).Select(person => person.Email).ToHashSet();
        return [.. mails.OfType<MailboxMail>().Where(mail => addresses.Contains(mail.To[0].Address))];
    }

    async Task<string> CardAsync(string cohort)
    {
        var (_, html) = await CommitteeVisit.GetAsync(web, "/me", await OwnVisit.OpenAsync(web, cohort, "P2"));
        return html.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
    }

    async Task<string> PressAsync(string cohort, string action) =>
        await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, "P2"), Again.Name, action);
}
