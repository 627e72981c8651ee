using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Simulation.Time;
using Letter = Ilnp.Local.Pilot.Crowd.Letter;

namespace Ilnp.RealEngine;

/// <summary>What the pilot's crowd never does, done once each at moments that follow from the mail: the same on every engine.</summary>
sealed class RareActs : IAsyncDisposable
{
    readonly LocalApp app;
    readonly string cohort;
    readonly CancellationToken cancellation;
    readonly Agenda agenda;
    readonly LocalMailbox mailbox;
    readonly LetterReader reader;
    readonly HttpClient asking, following;
    readonly Visitor visitor;
    readonly Browser browser;
    readonly ApplicationActs applications;
    readonly CommitteeActs committee;
    readonly Dictionary<string, (TimeSpan After, Func<Letter, Task> Act)> acts;
    readonly Lock gate = new();

    public RareActs(
        LocalApp app, SimulatedClock clock, PilotInput input, LocalSecrets secrets, SignedEvents events, CancellationToken cancellation)
    {
        (this.app, this.cancellation, cohort) = (app, cancellation, input.Settings.Id);
        (agenda, mailbox) = (new(clock), app.Get<LocalMailbox>());
        reader = new(mailbox);
        asking = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        following = new() { BaseAddress = app.Address };
        (visitor, browser) = (new(asking), new(following));
        (applications, committee) = (new(visitor, input, secrets), new(visitor, cohort));
        acts = Acts();
        mailbox.Arrived += Arrived;
        var open = new DateTimeOffset(new ProgrammeCalendar(input.Settings).Announce, TimeSpan.Zero);
        agenda.Add(open.AddDays(1), "apply", () => applications.ApplyAgainAsync(cancellation));
        agenda.Add(open.AddDays(2), "import", () => applications.ImportAsync(cancellation));
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
        ["pulse"] = (TimeSpan.FromDays(10), ReportTroubleAsync),
        ["report"] = (TimeSpan.FromHours(1), UnsubscribeAsync),
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

    async Task TakeFlyerAsync(Letter letter)
    {
        var flyer = letter.Links.First(link => link.AbsolutePath.StartsWith("/files/", StringComparison.Ordinal));
        await visitor.GetAsync(flyer.PathAndQuery, cancellation);
    }

    async Task WantOtherPairsAsync(Letter letter)
    {
        await committee.AskToSignInAsync(letter, cancellation);
        await AnswerAsync(letter, ("choice", "revise"), ("apart", "G001"));
    }

    /// <summary>Through the pulse's old link, by somebody who had said that all is well, and so had the partner.</summary>
    async Task ReportTroubleAsync(Letter letter)
    {
        var pulses = await app.Get<DecisionStore>().ListAsync(cohort, $"{Pulse.Form}-", cancellation);
        var sound = pulses.GroupBy(pulse => pulse.DecisionId.Split('-')[1]).OrderBy(group => group.Key, StringComparer.Ordinal)
            .First(group => group.All(pulse => pulse.Choice == Pulse.Heard));
        var open = sound.MinBy(pulse => pulse.DecisionId, StringComparer.Ordinal)!;
        var link = await app.Get<DecisionLinks>().OpenAsync(open.Request, cancellation); // the same address again
        await AnswerAsync(letter with { Links = [link] }, ("choice", Pulse.Trouble));
    }

    async Task UnsubscribeAsync(Letter letter)
    {
        var link = app.Get<UnsubscribeLinks>().For(app.Get<AddressKeys>().Of(letter.To), MailStream.Optional, "en", letter.SentAt).AbsolutePath;
        await visitor.GetAsync(link, cancellation);
        await visitor.PressAsync(link, [], cancellation);
    }

    async Task AnswerAsync(Letter letter, params (string, string)[] answers)
    {
        var pressed = await browser.AnswerAsync(Reply.Choosing(letter, TimeSpan.Zero, answers), 1, cancellation);
        if (pressed != Pressed.Taken) throw new InvalidOperationException($"{letter.Template} could not be answered: {pressed}.");
    }

    public async ValueTask DisposeAsync()
    {
        mailbox.Arrived -= Arrived;
        await agenda.DisposeAsync();
        asking.Dispose();
        following.Dispose();
    }
}
