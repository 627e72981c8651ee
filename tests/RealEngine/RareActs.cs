using Ilnp.Availability;
using Ilnp.Care.Questions;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.Standstill;
using Simulation.Time;
using Letter = Ilnp.Local.Pilot.Crowd.Letter;

namespace Ilnp.RealEngine;

/// <summary>What the pilot's crowd never does, done once each at moments that follow from the mail: the same on every engine.</summary>
sealed class RareActs : IAsyncDisposable
{
    readonly LocalApp app;
    readonly CancellationToken cancellation;
    readonly Agenda agenda;
    readonly LocalMailbox mailbox;
    readonly LetterReader reader;
    readonly HttpClient asking, following;
    readonly Visitor visitor;
    readonly Answering answering;
    readonly ApplicationActs applications;
    readonly CommitteeActs committee;
    readonly OwnActs own;
    readonly CareActs care;
    readonly Dictionary<string, (TimeSpan After, Func<Letter, Task> Act)> acts;
    readonly Lock gate = new();

    public RareActs(
        LocalApp app, SimulatedClock clock, PilotInput input, LocalSecrets secrets, SignedEvents events, CancellationToken cancellation)
    {
        (this.app, this.cancellation) = (app, cancellation);
        (agenda, mailbox) = (new(clock), app.Get<LocalMailbox>());
        reader = new(mailbox);
        asking = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        following = new() { BaseAddress = app.Address };
        (visitor, answering) = (new(asking), new(new(following)));
        (applications, committee) = (new(visitor, input, secrets), new(visitor, input.Settings.Id, secrets.MailboxKey));
        own = new(new(asking)); // a session of their own
        care = new(app, agenda, answering, input.Settings.Id);
        acts = Acts();
        mailbox.Arrived += Arrived;
        var open = new DateTimeOffset(new ProgrammeCalendar(input.Settings).Announce, TimeSpan.Zero);
        agenda.Add(open.AddDays(1), "apply", () => applications.ApplyAgainAsync(cancellation));
        agenda.Add(open.AddDays(1), "unreadable", () => applications.SendUnreadableAsync(clock.GetUtcNow(), cancellation));
        agenda.Add(open.AddDays(1), "lost", () => visitor.GetLostAsync("somewhere/else", cancellation));
        agenda.Add(open.AddDays(2), "import", () => applications.ImportAsync(cancellation));
        agenda.Add(open.AddDays(5), "days", () => MoveDeadlineAsync(input.Settings));
        agenda.Add(open.AddDays(3), "import of before", () => applications.ImportAsBeforeAsync(app.Orchestrations, cancellation));
        var introduced = new DateTimeOffset(new ProgrammeCalendar(input.Settings).Introduce, TimeSpan.Zero);
        agenda.Add(introduced.AddDays(3), "rematches of before", () => care.RematchAsBeforeAsync(input.Settings, cancellation));
        var asked = new DateTimeOffset(new ProgrammeCalendar(input.Settings).AskAvailability, TimeSpan.Zero);
        agenda.Add(asked.AddHours(2), "more time", () => GiveMoreTimeAsync(input.Settings));
        var last = new DateTimeOffset(new ProgrammeCalendar(input.Settings).Prompt(input.Settings.Dates.Months), TimeSpan.Zero);
        agenda.Add(last.AddHours(3), "longer", () => new LongerActs(app, agenda, answering, input.Settings.Id).AskAsync(cancellation));
        var seconds = new DateTimeOffset(SecondDates.Of(input.Settings)!.Opens, TimeSpan.Zero);
        agenda.Add(
            seconds.AddDays(1), "second partners", () => new SecondActs(app, agenda, answering, input.Settings).WishAsync(cancellation));
        var final = new DateTimeOffset(new ProgrammeCalendar(input.Settings).FinalSurvey, TimeSpan.Zero);
        var stories = new StoryActs(app, agenda, answering, visitor, input.Settings);
        agenda.Add(final.AddHours(5), "stories", () => stories.TellAsync(cancellation));
        agenda.Add(introduced.AddDays(2), "groups", () => HandOverAsync(input.Settings.Leads.First()));
        var meeting = new MeetingActs(committee, visitor, input.Settings.Id);
        var day = DateOnly.FromDateTime(introduced.AddDays(20).UtcDateTime);
        agenda.Add(introduced.AddDays(4), "meeting", () => AsLeadAsync(input, letter => meeting.InviteAsync(letter, day, cancellation)));
        agenda.Add(introduced.AddDays(5), "no meeting", () => AsLeadAsync(input, letter => meeting.CallOffAsync(letter, cancellation)));
        agenda.Add(open.AddDays(3), "mail events", () => visitor.SendAsync(events.Request("[]", clock.GetUtcNow()), cancellation));
    }

    /// <summary>By the mail that somebody answers or follows, and how long after it.</summary>
    Dictionary<string, (TimeSpan After, Func<Letter, Task> Act)> Acts() => new()
    {
        ["announcement"] = (TimeSpan.FromHours(1), TakeFlyerAsync),
        ["orchestration-failed"] = (TimeSpan.FromHours(6), letter => AnswerAsync(letter, ("choice", "go-on"))),
        ["match-approval"] = (TimeSpan.FromMinutes(30), WantOtherPairsAsync),
        ["sign-in"] = (TimeSpan.FromMinutes(2), letter => committee.LookAroundAsync(letter, cancellation)),
        ["introduction"] = (TimeSpan.FromHours(1), letter => committee.ReadMailboxAsync(letter, cancellation)),
        ["prompt"] = (TimeSpan.FromHours(1), letter => own.AskAsync(letter, cancellation)),
        ["own-page"] = (TimeSpan.FromMinutes(2), letter => own.LookAroundAsync(letter, cancellation)),
        ["pulse"] = (TimeSpan.FromDays(10), _ => care.DisturbAsync(cancellation)),
        ["liaison-silence"] = (TimeSpan.FromHours(1), async _ => await AnswerAsync(await FirstAsync("nudge"), ("choice", Nudge.Here))),
        ["certificate"] = (TimeSpan.FromHours(1), ShowAndEraseAsync),
        ["report"] = (TimeSpan.FromHours(1), UnsubscribeAsync),
        ["priority"] = (TimeSpan.FromHours(2), letter => applications.EraseAsync(letter.To, cancellation)),
    };

    /// <summary>As whoever has the function key starts it.</summary>
    public Task StartCohortAsync(string settings) => applications.StartCohortAsync(settings, cancellation);

    /// <summary>Acts until cancelled; ends early only by an error.</summary>
    public Task LiveAsync() => agenda.RunAsync(cancellation);

    void Arrived(MailboxEntry entry)
    {
        lock (gate)
            if (acts.Remove(entry.Template, out var planned))
                agenda.Add(entry.SentAt + planned.After, entry.Template, async () => await planned.Act(await FirstAsync(entry.Template)));
    }

    /// <summary>Of the first mails of a kind the same one, in whichever order they came: the name's end is the key's.</summary>
    async Task<Letter> FirstAsync(string template)
    {
        var mails = mailbox.List().Where(entry => entry.Template == template);
        return await reader.ReadAsync(mails.MinBy(entry => (entry.SentAt, entry.Key))!, cancellation);
    }

    async Task<Letter> LastAsync(string template) =>
        await reader.ReadAsync(
            mailbox.List().Where(entry => entry.Template == template).MaxBy(entry => (entry.SentAt, entry.Key))!, cancellation);

    async Task TakeFlyerAsync(Letter letter)
    {
        var flyer = letter.Links.First(link => link.AbsolutePath.StartsWith("/files/", StringComparison.Ordinal));
        await visitor.GetAsync(flyer.PathAndQuery, cancellation);
    }

    async Task WantOtherPairsAsync(Letter letter)
    {
        await committee.AskToSignInAsync(letter.To, cancellation);
        await AnswerAsync(letter, ("choice", "revise"), ("apart", "G001"));
    }

    /// <summary>A lead signs in while people can apply, before all that is done by the next mail of this kind.</summary>
    Task MoveDeadlineAsync(CohortSettings settings)
    {
        lock (gate) acts["sign-in"] = (TimeSpan.FromMinutes(2), async _ =>
        {
            lock (gate)
                acts["sign-in"] = (
                    TimeSpan.FromMinutes(2), async _ => await committee.LookAroundAsync(await LastAsync("sign-in"), cancellation));
            await committee.MoveDeadlineAsync(await LastAsync("sign-in"), settings.Dates.ApplicationsClose.AddDays(1), cancellation);
        }
            );
        return committee.AskToSignInAsync(settings.Leads.First().Email, cancellation);
    }

    /// <summary>Days never pass here while nothing runs, so that an hour more to answer is given as if they had.</summary>
    Task GiveMoreTimeAsync(CohortSettings settings)
    {
        var closes = new ProgrammeCalendar(settings).AvailabilityCloses;
        var late = new LateThing(settings.Id, LateThing.Answers)
        {
            Given = new(settings.Id, [$"{InquiryForm.Name}-"], closes, closes.AddHours(1)),
        };
        return app.Orchestrations.ScheduleNewOrchestrationInstanceAsync(
            nameof(MoreTimeOrchestrator), late, new(InstanceIds.MoreTime(settings.Id, InquiryForm.Name, closes)), cancellation);
    }

    /// <summary>A lead signs in and does something.</summary>
    Task AsLeadAsync(PilotInput input, Func<Letter, Task> act)
    {
        lock (gate) acts["sign-in"] = (TimeSpan.FromMinutes(2), async _ => await act(await LastAsync("sign-in")));
        return committee.AskToSignInAsync(input.Settings.Leads.First().Email, cancellation);
    }

    /// <summary>A lead signs in once more, when groups run.</summary>
    Task HandOverAsync(CommitteeMember lead)
    {
        lock (gate)
            acts["sign-in"] = (TimeSpan.FromMinutes(2), async _ => await committee.HandOverAsync(await LastAsync("sign-in"), cancellation));
        return committee.AskToSignInAsync(lead.Email, cancellation);
    }

    /// <summary>Shows the certificate, asks for the page once more, and erases everything on it.</summary>
    async Task ShowAndEraseAsync(Letter letter)
    {
        await own.ShowCertificateAsync(letter, cancellation);
        lock (gate)
            acts["own-page"] = (TimeSpan.FromMinutes(2), async _ => await own.EraseAsync(await LastAsync("own-page"), cancellation));
        await own.AskAsync(letter, cancellation);
    }

    async Task UnsubscribeAsync(Letter letter)
    {
        var link = app.Get<UnsubscribeLinks>().For(
            app.Get<AddressKeys>().Of(letter.To), MailStream.Optional, "en", letter.SentAt).AbsolutePath;
        await visitor.GetAsync(link, cancellation);
        await visitor.PressAsync(link, [], cancellation);
    }

    Task AnswerAsync(Letter letter, params (string, string)[] answers) => answering.AnswerAsync(letter, answers, cancellation);

    public async ValueTask DisposeAsync()
    {
        mailbox.Arrived -= Arrived;
        await agenda.DisposeAsync();
        asking.Dispose();
        following.Dispose();
    }
}
