using Ilnp.Local.Pilot.Sights;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Simulation.Time;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>Everybody outside of the app: those who apply, and those who read its mail and answer.</summary>
sealed class Town : IAsyncDisposable
{
    const string Provider = "google-apps-script";

    readonly Agenda agenda;
    readonly Journal journal;
    readonly HttpClient http;
    readonly Sightseers? sightseers;
    readonly LocalMailbox mailbox;
    readonly Action<MailboxEntry> delivery;

    Town(
        Agenda agenda, Journal journal, HttpClient http, Sightseers? sightseers, LocalMailbox mailbox, Action<MailboxEntry> delivery)
    {
        (this.agenda, this.journal, this.http, this.mailbox, this.delivery) = (agenda, journal, http, mailbox, delivery);
        this.sightseers = sightseers;
        mailbox.Arrived += delivery;
    }

    /// <summary>Plans what is known beforehand.</summary>
    /// <param name="app">The started app.</param>
    /// <param name="clock">Not started yet.</param>
    /// <param name="input">Applications and settings.</param>
    /// <param name="secrets">For the form's signature.</param>
    /// <param name="behaviour">Everybody's.</param>
    /// <param name="draw">Everybody's chance.</param>
    /// <param name="folder">Where the journal is.</param>
    /// <param name="counts">Kept up to date.</param>
    /// <param name="cancellation">Ends the crowd's acts.</param>
    /// <param name="pages">Where pages are kept as they were seen; null for nowhere.</param>
    public static Town Open(
        LocalApp app, SimulatedClock clock, PilotInput input, LocalSecrets secrets, Behaviour behaviour, Draw draw, RunFolder folder,
        CrowdCounts counts, CancellationToken cancellation, PageShelf? pages = null)
    {
        var agenda = new Agenda(clock);
        var journal = new Journal(folder.StateFile("crowd.jsonl"));
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = true }) { BaseAddress = app.Address };
        var mailbox = app.Get<LocalMailbox>();
        var (reader, browser) = (new LetterReader(mailbox), new Browser(http, pages));
        var sightseers = pages is null ? null : new Sightseers(app, input.Settings, pages);
        var participants = new Participants(
            agenda, reader, new(browser, behaviour, draw), new(input.Settings, behaviour, draw),
            new(agenda, reader, browser, behaviour, draw, journal, counts), counts, sightseers);

        new Applicants(
            http, new Uri(app.Address, $"hooks/{input.Settings.Id}/{Provider}"),
            secrets.FormScriptOf(input.Settings.Id), agenda, journal, counts)
            .Plan(input.Rows, cancellation);
        if (sightseers is not null && input.Rows.Count > 0)
            agenda.Add(input.Rows.Min(row => row.SentAt), "a look", () => sightseers.SeeFormAsync(cancellation));
        return new(agenda, journal, http, sightseers, mailbox, entry => participants.Arrived(entry, cancellation));
    }

    /// <summary>Acts at the moments of the clock until cancelled; ends early only by an error.</summary>
    public Task LiveAsync(CancellationToken cancellation) => agenda.RunAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        mailbox.Arrived -= delivery;
        await agenda.DisposeAsync();
        http.Dispose();
        sightseers?.Dispose();
        journal.Dispose();
    }
}
