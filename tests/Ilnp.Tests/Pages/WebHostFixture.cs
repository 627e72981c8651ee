using FunctionsHost;
using FunctionsHost.Settings;
using Ilnp.Intake.Rounds;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ilnp.Tests.Pages;

/// <summary>The app's pages in the local host on a free port, over Azurite, with a clock that stands until it is set.</summary>
public class WebHostFixture : IAsyncLifetime
{
    public const string MailboxKey = "the-key-of-the-mailbox";
    public const string FunctionKey = "the-key-of-the-functions";
    public const int PostsPerMinute = 300;

    readonly AzuriteFixture azurite;
    LocalHost? host;

    public WebHostFixture() : this(new()) { }

    protected WebHostFixture(AzuriteFixture azurite) => this.azurite = azurite;

    internal SetClock Clock { get; } = new() { Now = new(2020, 4, 15, 12, 0, 0, TimeSpan.Zero) };

    public HttpClient Client { get; private set; } = new();

    /// <summary>Of the storage, as a connection string.</summary>
    public string Storage => azurite.ConnectionString;

    public Uri Address => host!.Address;

    public DurableTaskClient Durable => host!.Orchestrations;

    public string MailboxFolder { get; } = Directory.CreateTempSubdirectory("mailbox").FullName;

    public IServiceProvider Services => host!.Services;

    public T Get<T>() where T : notnull => host!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        var app = new FunctionsApp.InProcess(typeof(Program).Assembly, Program.CreateBuilder)
        {
            Types = Functions(),
            Configure = Prepare,
        };
        host = await LocalHost.StartAsync(app, new()
        {
            Clock = Clock,
            Engine = EngineKind.Simulation,
            Settings = Settings(),
            Logging = logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning),
        });
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await host!.DisposeAsync();
        await azurite.DisposeAsync();
        Directory.Delete(MailboxFolder, recursive: true);
    }

    /// <summary>A cohort of its own for a test.</summary>
    public async Task<string> CohortAsync(params Person[] people)
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        await Get<CohortStore>().TryAddAsync(SampleCohort.Settings(id));
        foreach (var person in people) await Get<PeopleStore>().TryAddAsync(person with { CohortId = id });
        return id;
    }

    /// <summary>Waits until every application of a cohort is taken in; time passes until rounds have ended.</summary>
    public async Task IntakeEndsAsync(string cohort)
    {
        Clock.Now += IntakeRound.Length + IntakeRound.Grace;
        await Durable.EndAsync($"intake-{cohort}");
    }

    /// <summary>Time passes until a cohort's answers have settled, and their receipts are written.</summary>
    public async Task SettleAsync(string cohort)
    {
        Clock.Now = Clock.Now.AddMinutes(6);
        await Durable.EndAsync($"receipt-{cohort}-");
    }

    /// <summary>Receipts of a cohort's answers, in the order of sending.</summary>
    public async Task<IReadOnlyList<MailboxMail>> ReceiptsAsync(string cohort)
    {
        var keys = (await Get<MailLedger>().ListAsync(cohort, "decision-receipt")).Select(written => written.Key.Hash).ToHashSet();
        return await Task.WhenAll(
            Mails("decision-receipt").Where(mail => keys.Contains(mail.Key))
                .Select(async mail => (await Get<LocalMailbox>().ReadAsync(mail.FileName))!));
    }

    public IReadOnlyList<MailboxEntry> Mails(string template) =>
        [.. Get<LocalMailbox>().List().Where(mail => mail.Template == template)];

    /// <summary>Settings of a fixture of its own.</summary>
    protected virtual IReadOnlyDictionary<string, string?> More { get; } = new Dictionary<string, string?>();

    /// <summary>Services of a fixture of its own.</summary>
    protected virtual void Prepare(FunctionsApplicationBuilder builder)
    {
    }

    Dictionary<string, string?> Settings() => new(More)
    {
        [HostSettings.Storage] = azurite.ConnectionString,
        [HostSettings.Urls] = "http://127.0.0.1:0",
        ["FunctionsHost:Keys:Default"] = FunctionKey,
        ["Web:PublicUrl"] = "http://localhost",
        ["Approvals:SigningKeys:k1"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),
        ["Approvals:CurrentKey"] = "k1",
        ["Intake:IdentityKey"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)8, 32)]),
        ["Intake:Secrets:typeform"] = "agreed",
        ["Intake:Secrets:jotform"] = "agreed",
        ["Mail:Sender"] = "mailbox",
        ["Mail:MailboxFolder"] = MailboxFolder,
        ["Mail:MailboxKey"] = MailboxKey,
        ["Web:PostsPerMinute"] = $"{PostsPerMinute}", // the clock stands: all of a test's come in one minute
        ["Mail:From:Essential"] = "programme@ilnp.example",
        ["Mail:From:Optional"] = "news@ilnp.example",
    };

    static readonly string[] Pages =
    [
        "Ilnp.Pages", "Ilnp.Links", "Ilnp.Committee", "Ilnp.Intake.Applying",
        "Ilnp.Intake.FormQuestions", "Ilnp.Intake.Import", "Ilnp.Intake.Rounds",
        "Ilnp.Intake.Understanding", "Ilnp.Mail.Languages", "Ilnp.Own",
        "Ilnp.Prompts", "Ilnp.Certificates", "Ilnp.Rights", "Ilnp.Operations.Health",
        "Ilnp.Cohort.Moves", "Ilnp.Announcements", "Ilnp.Continuing", "Ilnp.Meetings",
        "Ilnp.SecondPartners", "Ilnp.Stories",
    ];

    /// <summary>The pages, and what they start.</summary>
    static Type[] Functions() =>
    [
        .. typeof(Program).Assembly.GetExportedTypes()
            .Where(type => type.Namespace is { } folder && (folder is "Ilnp.Approvals" or "Ilnp.Intake"
                || Pages.Any(room => folder.StartsWith(room, StringComparison.Ordinal)))),
        typeof(Ilnp.Cohort.CohortEndpoint), typeof(WaitingOrchestrator),
    ];
}
