using FunctionsHost;
using FunctionsHost.Settings;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Simulation.Time;

namespace Ilnp.Tests.Continuing;

/// <summary>The app on its real worker in simulated time, with a cohort, its groups and some of the app's rooms.</summary>
/// <param name="begins">UTC.</param>
abstract class StoryHost(DateTime begins) : IAsyncDisposable
{
    /// <summary>One of its own: the storage may be others' too.</summary>
    public string Cohort { get; } = $"c{Guid.NewGuid():N}"[..12];

    readonly AzuriteFixture azurite = new();
    readonly SimulatedClock clock = new(new(begins, TimeSpan.Zero));
    readonly string mailbox = Directory.CreateTempSubdirectory("mailbox").FullName;
    readonly HashSet<string> read = [];
    LocalHost host = null!;

    /// <summary>Whose functions run, by the beginnings of their namespaces.</summary>
    protected abstract IReadOnlyList<string> Rooms { get; }

    protected async Task OpenAsync()
    {
        await azurite.InitializeAsync();
        var app = new FunctionsApp.InProcess(typeof(Program).Assembly, Program.CreateBuilder) { Types = Functions() };
        host = await LocalHost.StartAsync(app, new()
        {
            Clock = clock,
            Engine = EngineKind.Simulation,
            Settings = Answers(),
            Logging = logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning),
        });
        await PeopleAsync();
    }

    /// <summary>Puts cohort, people and groups into storage.</summary>
    protected abstract Task PeopleAsync();

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    protected DurableTaskClient Orchestrations => host.Orchestrations;

    /// <summary>UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Does something at this moment, and lets a minute pass.</summary>
    protected async Task ActAsync(Func<Task> act)
    {
        using (clock.HoldStill()) await act();
        await PassAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Somebody presses the button of a page.</summary>
    protected Task PressAsync(Func<Task<Uri>> page, string choice) => ActAsync(async () =>
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        using var pressed = await client.PostAsync(
            (await page()).PathAndQuery, new FormUrlEncodedContent([KeyValuePair.Create("choice", choice)]));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, pressed.StatusCode);
    });

    /// <summary>What somebody reads on a page.</summary>
    protected async Task<string> ReadAsync(Uri page)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        return Text(await client.GetStringAsync(page.PathAndQuery));
    }

    static string Text(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent
        .Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    /// <summary>Somebody begins to be erased.</summary>
    public Task LeaveAsync(string person) => ActAsync(async () =>
    {
        foreach (var departure in Get<IEnumerable<IDeparture>>())
            await departure.LeaveAsync(await Get<PeopleStore>().GetAsync(Cohort, person), host.Orchestrations, default);
    });

    public Task PassAsync(TimeSpan time) => clock.RunUntilIdleAsync(clock.GetUtcNow() + time);

    public Task UntilAsync(DateTime moment) => clock.RunUntilIdleAsync(new(moment, TimeSpan.Zero));

    /// <summary>Whether an orchestration has ended.</summary>
    protected async Task<bool> IsOverAsync(string instance) => (await host.Orchestrations.FindAsync(instance))!.IsCompleted;

    /// <summary>What was mailed since it was asked last, as "template person", in no order.</summary>
    public IReadOnlyList<string> NewMails()
    {
        var all = Get<LocalMailbox>().List().OrderBy(mail => mail.FileName, StringComparer.Ordinal).ToList();
        var fresh = all.Where(mail => read.Add(mail.FileName)).ToList();
        return [.. fresh.Select(mail =>
            $"{mail.Template} {Get<LocalMailbox>().ReadAsync(mail.FileName).Result!.To[0].Address.Split('@')[0]}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The latest mail of a template to a person.</summary>
    public async Task<MailboxMail> MailAsync(string template, string person)
    {
        var mails = await Task.WhenAll(
            Get<LocalMailbox>().List().Where(mail => mail.Template == template)
                .Select(mail => Get<LocalMailbox>().ReadAsync(mail.FileName)));
        return mails.OfType<MailboxMail>().Last(mail => mail.To[0].Address.StartsWith($"{person}@", StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await clock.DisposeAsync();
        await azurite.DisposeAsync();
        Directory.Delete(mailbox, recursive: true);
    }

    Type[] Functions() =>
    [
        .. typeof(Program).Assembly.GetExportedTypes().Where(type => type.Namespace is { } room
            && (room is "Ilnp.Approvals" || Rooms.Any(one => room.StartsWith(one, StringComparison.Ordinal)))),
        typeof(WaitingOrchestrator),
    ];

    Dictionary<string, string?> Answers() => new()
    {
        [HostSettings.Storage] = azurite.ConnectionString,
        [HostSettings.Urls] = "http://127.0.0.1:0",
        ["Web:PublicUrl"] = "http://localhost",
        ["Approvals:SigningKeys:k1"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),
        ["Approvals:CurrentKey"] = "k1",
        ["Intake:IdentityKey"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)8, 32)]),
        ["Intake:Secrets:typeform"] = "agreed",
        ["Mail:Sender"] = "mailbox",
        ["Mail:MailboxFolder"] = mailbox,
        ["Mail:MailboxKey"] = "the-key-of-the-mailbox",
        ["Mail:From:Essential"] = "programme@ilnp.example",
        ["Mail:From:Optional"] = "news@ilnp.example",
    };
}
