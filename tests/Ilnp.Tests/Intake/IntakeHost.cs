using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FunctionsHost;
using FunctionsHost.Settings;
using Ilnp.Intake;
using Ilnp.Intake.Import;
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

    const string FormbricksKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    static readonly Type[] Functions =
    [
        typeof(IntakeWebhook), typeof(IntakeRoundOrchestrator), typeof(IntakeRoundActivities), typeof(IntakeOrchestrator), typeof(IntakeActivities),
        typeof(ImportEndpoint), typeof(ImportOrchestrator), typeof(ImportActivities),
    ];

    LocalHost? host;

    IntakeHost(string mailFolder) => Mail = new(mailFolder);

    public SetClock Clock { get; } = new() { Now = DateTimeOffset.FromUnixTimeSeconds(1583492400) };

    public CohortSettings Cohort { get; private set; } = null!;

    public DirectoryInfo Mail { get; }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Everything logged.</summary>
    public ConcurrentQueue<string> Logs { get; } = [];

    public static async Task<IntakeHost> StartAsync(AzuriteFixture azurite, int year = 2020, int month = 3)
    {
        var under = new IntakeHost(Directory.CreateTempSubdirectory("intake-mail").FullName);
        under.host = await LocalHost.StartAsync(new FunctionsApp.InProcess(typeof(Program).Assembly, Program.CreateBuilder) { Types = Functions }, new()
        {
            Clock = under.Clock,
            Engine = EngineKind.Simulation,
            Settings = Settings(azurite, under.Mail.FullName),
            Logging = logging => logging.AddProvider(under),
        });
        under.Client = new() { BaseAddress = under.host.Address };
        under.Client.DefaultRequestHeaders.Add("x-functions-key", "default-key");
        under.Cohort = Samples.Cohort($"c{Guid.NewGuid():N}"[..20], year, month);
        await under.Get<CohortStore>().TryAddAsync(under.Cohort);
        return under;
    }

    public T Get<T>() where T : notnull => host!.Services.GetRequiredService<T>();

    /// <summary>Posts a provider's message as it is in the samples, with changes.</summary>
    public Task<HttpResponseMessage> PostAsync(string provider, SampleMessage sample, string? cohort = null)
    {
        var secret = provider == "jotform" ? "/" + Secret : "";
        return SendAsync($"hooks/{cohort ?? Cohort.Id}/{provider}{secret}", sample.Body, sample.Headers);
    }

    /// <summary>Posts our own message, signed now.</summary>
    public Task<HttpResponseMessage> PostOwnAsync(byte[] body)
    {
        var timestamp = Clock.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(timestamp + ".").Concat(body).ToArray());
        return SendAsync($"hooks/{Cohort.Id}/google-forms", body, new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["X-Ilnp-Timestamp"] = timestamp,
            ["X-Ilnp-Signature"] = "sha256=" + Convert.ToHexStringLower(signature),
        });
    }

    /// <summary>Posts a message of Formbricks, signed now.</summary>
    public Task<HttpResponseMessage> PostFormbricksAsync(byte[] body)
    {
        var timestamp = Clock.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var id = $"msg_{Convert.ToHexStringLower(SHA256.HashData(body))[..12]}";
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var signature = HMACSHA256.HashData(Convert.FromBase64String(FormbricksKey), signed);
        return SendAsync($"hooks/{Cohort.Id}/formbricks", body, new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["webhook-id"] = id,
            ["webhook-timestamp"] = timestamp,
            ["webhook-signature"] = "v1," + Convert.ToBase64String(signature),
        });
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
        return [.. await host!.Orchestrations.EndAsync($"intake-{Cohort.Id}-"), .. await host!.Orchestrations.EndAsync($"import-{Cohort.Id}-")];
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
        ["Intake:IdentityKey"] = Convert.ToBase64String(SHA256.HashData("tests"u8)),
        ["Intake:Secrets:typeform"] = Secret,
        ["Intake:Secrets:tally"] = Secret,
        ["Intake:Secrets:jotform"] = Secret,
        ["Intake:Secrets:google-apps-script"] = Secret,
        ["Intake:Secrets:formbricks"] = "whsec_" + FormbricksKey,
    };

    sealed class Recorder(ConcurrentQueue<string> logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Enqueue(formatter(state, exception) + exception);
    }
}
