using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FunctionsHost;
using FunctionsHost.Settings;
using Ilnp.Intake;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Rounds;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ilnp.Tests.Intake;

/// <summary>Intake's functions in the real host over real storage, with a cohort of its own and the clock at the samples' moment.</summary>
sealed class IntakeHost : IAsyncDisposable, ILoggerProvider
{
    public const string Secret = "sample-secret-not-for-production";

    /// <summary>The secret that all cohorts' Formbricks forms shared once.</summary>
    public const string FormbricksSecret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    public static readonly DateTimeOffset SampledAt = DateTimeOffset.FromUnixTimeSeconds(1583492400);

    public static readonly byte[] IdentityKey = SHA256.HashData("tests"u8);

    static readonly Type[] Functions =
    [
        typeof(IntakeWebhook), typeof(IntakeRoundOrchestrator),
        typeof(IntakeRoundActivities), typeof(IntakeOrchestrator), typeof(IntakeActivities),
        typeof(ImportEndpoint), typeof(ImportOrchestrator), typeof(ImportActivities),
    ];

    LocalHost? host;

    IntakeHost(string mailFolder) => Mail = new(mailFolder);

    public SetClock Clock { get; } = new() { Now = SampledAt };

    public CohortSettings Cohort { get; private set; } = null!;

    public DirectoryInfo Mail { get; }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Everything logged.</summary>
    public ConcurrentQueue<string> Logs { get; } = [];

    public static async Task<IntakeHost> StartAsync(AzuriteFixture azurite, int year = 2020, int month = 3)
    {
        var under = new IntakeHost(Directory.CreateTempSubdirectory("intake-mail").FullName);
        under.host = await LocalHost.StartAsync(
            new FunctionsApp.InProcess(typeof(Program).Assembly, Program.CreateBuilder) { Types = Functions }, new()
            {
                Clock = under.Clock,
                Engine = EngineKind.Simulation,
                Settings = Settings(azurite, under.Mail.FullName),
                Logging = logging => logging.AddProvider(under),
            });
        under.Client = new() { BaseAddress = under.host.Address };
        under.Client.DefaultRequestHeaders.Add("x-functions-key", "default-key");
        under.Cohort = await under.AddCohortAsync(year, month);
        return under;
    }

    public T Get<T>() where T : notnull => host!.Services.GetRequiredService<T>();

    /// <summary>A further cohort with the secret of its own Formbricks form.</summary>
    public async Task<CohortSettings> AddCohortAsync(int year = 2020, int month = 3)
    {
        var cohort = Samples.Cohort($"c{Guid.NewGuid():N}"[..20], year, month);
        await Get<CohortStore>().TryAddAsync(cohort);
        Assert.True(
            await Get<PastedSecretStore>().TryKeepAsync(
                cohort.Id, FormProvider.Find("formbricks")!, SecretOf("formbricks", cohort.Id), ("lead", Clock.Now), default));
        return cohort;
    }

    /// <summary>What a cohort's form signs with.</summary>
    public static string SecretOf(string service, string cohort) => FormSigner.SecretOf(IdentityKey, Secret, cohort, service);

    /// <summary>Posts a provider's message as it is in the samples, signed at the samples' moment for its cohort.</summary>
    public Task<HttpResponseMessage> PostAsync(string provider, SampleMessage sample, string? cohort = null) =>
        PostSignedAsync(
            provider, sample.Body, sample.ContentType, (cohort ?? Cohort.Id, SecretOf(provider, cohort ?? Cohort.Id)), SampledAt);

    /// <summary>Posts our own message, signed now.</summary>
    public Task<HttpResponseMessage> PostOwnAsync(byte[] body) => PostNowAsync("google-forms", body);

    /// <summary>Posts a message of Formbricks, signed now.</summary>
    public Task<HttpResponseMessage> PostFormbricksAsync(byte[] body) => PostNowAsync("formbricks", body);

    Task<HttpResponseMessage> PostNowAsync(string provider, byte[] body) =>
        PostSignedAsync(provider, body, "application/json", (Cohort.Id, SecretOf(provider, Cohort.Id)), Clock.Now);

    /// <summary>Posts to a cohort's address what is signed with any secret.</summary>
    public Task<HttpResponseMessage> PostSignedAsync(
        string provider, byte[] body, string contentType, (string Address, string Secret) to, DateTimeOffset at)
    {
        var (address, headers) = FormSigner.Sign(provider, body, contentType, to.Secret, at);
        return SendAsync($"hooks/{to.Address}/{address}", body, headers);
    }

    public async Task<HttpResponseMessage> SendAsync(string path, byte[] body, IReadOnlyDictionary<string, string> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
            if (name == "Content-Type") request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    /// <summary>Waits for everything that was started for the cohort; time passes until rounds have ended.</summary>
    public async Task<IReadOnlyList<OrchestrationMetadata>> CompletedAsync()
    {
        Clock.Now += IntakeRound.Length + IntakeRound.Grace;
        return
        [
            .. await host!.Orchestrations.EndAsync($"intake-{Cohort.Id}-"), .. await host!.Orchestrations.EndAsync($"import-{Cohort.Id}-"),
        ];
    }

    /// <summary>Waits until so many mails have gone out.</summary>
    public async Task MailedAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Mail.GetFiles("*.eml").Length < count) await look.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>A message that was kept is gone: one of the cohort's, but not this one.</summary>
    public async Task LoseOneMessageAsync(string but)
    {
        var container = Get<BlobServiceClient>().GetBlobContainerClient("intake-raw");
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{Cohort.Id}/" }))
        {
            if (blob.Name == $"{Cohort.Id}/{but}") continue;
            await container.DeleteBlobAsync(blob.Name);
            return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host!.DisposeAsync();
        Mail.Delete(recursive: true);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Recorder(Logs);

    void IDisposable.Dispose()
    {
    }

    static Dictionary<string, string?> Settings(AzuriteFixture azurite, string mailFolder) => new()
    {
        [HostSettings.Storage] = azurite.ConnectionString,
        [HostSettings.Urls] = "http://127.0.0.1:0",
        ["FunctionsHost:Keys:Default"] = "default-key",
        ["Web:PublicUrl"] = "http://localhost:7071",
        ["Approvals:SigningKeys:test"] = Convert.ToBase64String(SHA256.HashData("links"u8)),
        ["Approvals:CurrentKey"] = "test",
        ["Mail:MailboxFolder"] = mailFolder,
        ["Intake:IdentityKey"] = Convert.ToBase64String(IdentityKey),
        ["Intake:Secrets:typeform"] = Secret,
        ["Intake:Secrets:tally"] = Secret,
        ["Intake:Secrets:jotform"] = Secret,
        ["Intake:Secrets:microsoft-forms"] = Secret,
        ["Intake:Secrets:google-apps-script"] = Secret,
        ["Intake:Secrets:formbricks"] = FormbricksSecret,
    };

    sealed class Recorder(ConcurrentQueue<string> logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Enqueue(formatter(state, exception) + exception);
    }
}
