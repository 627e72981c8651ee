using System.Net.Http.Headers;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ilnp.Cohort;
using Ilnp.Local.Pilot.Applications;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Rights;
using Ilnp.Tests.WholeCohort;
using Ilnp.Tests.WholeCohort.Outages;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Tests.Rights;

/// <summary>A small cohort on simulated time, in which every answer of every applicant has a word that stands nowhere else.</summary>
sealed class MarkedCohort : IAsyncDisposable
{
    static readonly CohortSettings Settings = SmallStage.Input.Settings;

    readonly SmallStage stage;
    readonly CancellationTokenSource ended = new();
    Task living = Task.CompletedTask;

    MarkedCohort(SmallStage stage, Heard heard)
    {
        this.stage = stage;
        Traces = new(Get<TableServiceClient>(), Get<BlobServiceClient>(), Get<LocalMailbox>(), stage.App.Orchestrations, heard);
    }

    public static string Id => Settings.Id;

    public static ProgrammeCalendar Calendar { get; } = new(Settings);

    public Traces Traces { get; }

    public DurableTaskClient Orchestrations => stage.App.Orchestrations;

    public T Get<T>() where T : notnull => stage.App.Get<T>();

    /// <param name="more">What the app is told besides.</param>
    public static async Task<MarkedCohort> BeginAsync(Action<FunctionsApplicationBuilder>? more = null)
    {
        var heard = new Heard();
        var input = SmallStage.Input with { Rows = [.. SmallStage.Input.Rows.Select(Marked)] };
        var cohort = new MarkedCohort(await SmallStage.OpenAsync(input, builder => Listened(builder, heard, more)), heard);
        await cohort.Get<CohortStarter>().StartAsync(Settings, cohort.Orchestrations);
        cohort.living = cohort.stage.Town.LiveAsync(cohort.ended.Token);
        return cohort;
    }

    static void Listened(FunctionsApplicationBuilder builder, Heard heard, Action<FunctionsApplicationBuilder>? more)
    {
        builder.Logging.AddProvider(heard).SetMinimumLevel(LogLevel.Information);
        more?.Invoke(builder);
    }

    /// <summary>An error of the crowd's would leave time standing still.</summary>
    public async Task UntilAsync(DateTimeOffset moment) => await await Task.WhenAny(stage.Clock.RunUntilIdleAsync(moment), living);

    /// <summary>The word in all answers of a row.</summary>
    public static string Mark(int row) => $"zq{row:000}x";

    /// <summary>The person of a row.</summary>
    public async Task<Person> PersonAsync(int row) => (await Get<PeopleStore>().FindAsync(Id, IdOf(row)))!;

    public string IdOf(int row) => Get<Identities>().PersonId(Settings, Address(row));

    public async Task<IReadOnlyList<(int Row, Person Person)>> PeopleAsync()
    {
        var people = new List<(int, Person)>();
        foreach (var row in SmallStage.Input.Rows) people.Add((row.Row, await PersonAsync(row.Row)));
        return people;
    }

    /// <summary>Everything about the person of a row; two hours are enough.</summary>
    public async Task EraseAsync(int row)
    {
        await Orchestrations.BeginErasureAsync(new(Id, IdOf(row)), default);
        await UntilAsync(stage.Clock.GetUtcNow().AddHours(2));
    }

    /// <summary>The provider sends a row's message once more.</summary>
    public async Task SendAgainAsync(int row)
    {
        var body = AppsScriptWebhook.Body(Marked(SmallStage.Input.Rows.Single(sent => sent.Row == row)));
        using var http = new HttpClient { BaseAddress = stage.App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"hooks/{Id}/google-apps-script")
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        foreach (var (header, value) in AppsScriptWebhook.Headers(
            body, stage.Clock.GetUtcNow(), new LocalSecrets(KnownKeys.Root).FormScriptOf(Id)))
            request.Headers.Add(header, value);
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
        await UntilAsync(stage.Clock.GetUtcNow().AddMinutes(10));
    }

    static string Address(int row) => $"{Mark(row)}mail@{Mark(row)}.example";

    static ApplicationRow Marked(ApplicationRow row) =>
        row with { Answers = [.. row.Answers.Select(answer => (answer.Question, Marked(row.Row, answer)))] };

    static string Marked(int row, (string Question, string Answer) said) => said.Question switch
    {
        "Email Address" => Address(row),
        "Full name" => $"{Mark(row)}first {Mark(row)}last",
        ['A', 'r', 'e', 'a', ..] => $"{Mark(row)}topic, {said.Answer}",
        ['L', 'a', 'n', ..] => $"{said.Answer}, {Mark(row)}tongue",
        ['W', 'h', 'a', ..] => $"{Mark(row)}library",
        ['Y', 'e', 'a', ..] => $"about {Mark(row)}years",
        ['T', 'i', 'm', 'e', ' ', ..] => $"{Mark(row)}zone",
        _ => said.Answer,
    };

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
        await stage.DisposeAsync();
    }
}
