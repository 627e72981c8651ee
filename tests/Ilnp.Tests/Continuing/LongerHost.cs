using FunctionsHost;
using FunctionsHost.Settings;
using Ilnp.Approvals;
using Ilnp.Continuing;
using Ilnp.Continuing.Questions;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Simulation.Time;

namespace Ilnp.Tests.Continuing;

/// <summary>
/// The app on its real worker in simulated time, with the pair G001 (P1 P2) and the trio G002 (P3 P4 P5), from two weeks before the end.
/// </summary>
sealed class LongerHost : IAsyncDisposable
{
    public static readonly LongerDates Dates = LongerDates.Of(SampleCohort.Settings("c"))!;

    /// <summary>One of its own: the storage may be others' too.</summary>
    public string Cohort { get; } = $"c{Guid.NewGuid():N}"[..12];

    readonly AzuriteFixture azurite = new();
    readonly SimulatedClock clock = new(new(Dates.Closes.AddDays(-16), TimeSpan.Zero));
    readonly string mailbox = Directory.CreateTempSubdirectory("mailbox").FullName;
    LocalHost host = null!;

    public static async Task<LongerHost> StartAsync()
    {
        var opened = new LongerHost();
        await opened.azurite.InitializeAsync();
        var app = new FunctionsApp.InProcess(typeof(Program).Assembly, Program.CreateBuilder) { Types = Functions() };
        opened.host = await LocalHost.StartAsync(app, new()
        {
            Clock = opened.clock,
            Engine = EngineKind.Simulation,
            Settings = opened.Answers(),
            Logging = logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning),
        });
        await opened.PeopleAsync();
        return opened;
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A member says what they would like.</summary>
    public Task SayAsync(string person, string choice) => PressAsync(circle => circle.Question(Member(circle, person)), person, choice);

    /// <summary>A member ends what was added, or stays.</summary>
    public Task StopAsync(string person, string choice = StopLonger.Stop) =>
        PressAsync(
            circle => StopLonger.Question(circle.Group, Member(circle, person), circle.Others(Member(circle, person))), person, choice);

    /// <summary>As the committee does.</summary>
    public async Task AskAsync(string group)
    {
        using (clock.HoldStill()) await host.Orchestrations.StartLongerAsync(Cohort, group);
        await PassAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Somebody begins to be erased.</summary>
    public async Task LeaveAsync(string person)
    {
        using (clock.HoldStill())
            foreach (var departure in Get<IEnumerable<IDeparture>>())
                await departure.LeaveAsync(await Get<PeopleStore>().GetAsync(Cohort, person), host.Orchestrations, default);
        await PassAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Somebody has ended the cohort's own orchestration for good.</summary>
    public async Task TerminateAsync()
    {
        using (clock.HoldStill())
        {
            await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(
                nameof(WaitingOrchestrator.HearDecisions), 1, new StartOrchestrationOptions(InstanceIds.Cohort(Cohort)));
            await host.Orchestrations.TerminateInstanceAsync(InstanceIds.Cohort(Cohort));
        }

        await PassAsync(TimeSpan.FromMinutes(1));
    }

    public Task PassAsync(TimeSpan time) => clock.RunUntilIdleAsync(clock.GetUtcNow() + time);

    public Task UntilAsync(DateTime moment) => clock.RunUntilIdleAsync(new(moment, TimeSpan.Zero));

    public async Task<GoingOn?> GoesOnAsync(string group) => (await Get<GroupStore>().GetAsync(Cohort, group)).GoesOn;

    /// <summary>Whether the group's orchestration has ended.</summary>
    public async Task<bool> HasEndedAsync(string group) =>
        (await host.Orchestrations.FindAsync(InstanceIds.Longer(Cohort, group)))!.IsCompleted;

    /// <summary>What was mailed since it was asked last, as "template person", in no order.</summary>
    public IReadOnlyList<string> NewMails()
    {
        var all = Get<LocalMailbox>().List().OrderBy(mail => mail.FileName, StringComparer.Ordinal).ToList();
        var fresh = all.Where(mail => read.Add(mail.FileName)).ToList();
        return [.. fresh.Select(mail =>
            $"{mail.Template} {Get<LocalMailbox>().ReadAsync(mail.FileName).Result!.To[0].Address.Split('@')[0]}")
            .Order(StringComparer.Ordinal)];
    }

    readonly HashSet<string> read = [];

    /// <summary>The latest mail of a template to a person.</summary>
    public async Task<MailboxMail> MailAsync(string template, string person)
    {
        var mails = await Task.WhenAll(
            Get<LocalMailbox>().List().Where(mail => mail.Template == template)
                .Select(mail => Get<LocalMailbox>().ReadAsync(mail.FileName)));
        return mails.OfType<MailboxMail>().Last(mail => mail.To[0].Address.StartsWith($"{person}@", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The page of a member's answer.</summary>
    public async Task<string> PageAsync(string person)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        var circle = await CircleAsync(person);
        var decision = await Get<DecisionStore>().FindAsync(Cohort, Longer.DecisionId(circle.Group.GroupId, person));
        return Text(await client.GetStringAsync((await Get<DecisionLinks>().OpenAsync(decision!.Request)).PathAndQuery));
    }

    static string Text(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent
        .Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await clock.DisposeAsync();
        await azurite.DisposeAsync();
        Directory.Delete(mailbox, recursive: true);
    }

    async Task PressAsync(Func<LongerCircle, DecisionRequest> question, string person, string choice)
    {
        using (clock.HoldStill())
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
            var link = await Get<DecisionLinks>().OpenAsync(question(await CircleAsync(person)));
            using var pressed = await client.PostAsync(
                link.PathAndQuery, new FormUrlEncodedContent([KeyValuePair.Create("choice", choice)]));
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, pressed.StatusCode);
        }

        await PassAsync(TimeSpan.FromMinutes(1));
    }

    async Task<LongerCircle> CircleAsync(string person) =>
        await Get<LongerCircles>().GetAsync(Cohort, (await Get<PeopleStore>().GetAsync(Cohort, person)).GroupId!);

    static Person Member(LongerCircle circle, string person) => circle.Members.Single(member => member.PersonId == person);

    async Task PeopleAsync()
    {
        await Get<CohortStore>().TryAddAsync(SampleCohort.Settings(Cohort));
        foreach (var (id, group) in new[] { ("P1", "G001"), ("P2", "G001"), ("P3", "G002"), ("P4", "G002"), ("P5", "G002") })
            await Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(Cohort, id, $"Person {id}", "KE", Standing.Active) with { GroupId = group });
        await Get<GroupStore>().PutManyAsync(Cohort, [Group("G001", "P1", "P2"), Group("G002", "P3", "P4", "P5")]);
    }

    Group Group(string id, params string[] members) => new()
    {
        CohortId = Cohort,
        GroupId = id,
        Members = members,
        Status = GroupStatus.Completed,
        LiaisonId = "liaison",
        Prompts = new Dictionary<int, IReadOnlyList<string>> { [1] = ["first-day"], [4] = ["last-word"] },
    };

    static Type[] Functions() =>
    [
        .. typeof(Program).Assembly.GetExportedTypes().Where(type => type.Namespace is { } room
            && (room is "Ilnp.Approvals" || room.StartsWith("Ilnp.Continuing", StringComparison.Ordinal)
                || room.StartsWith("Ilnp.Prompts", StringComparison.Ordinal))),
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
