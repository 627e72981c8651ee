using System.Text;

namespace FunctionsHost.Tests.Published;

/// <summary>A host of an app in a process of its own, and a client for it.</summary>
sealed class PublishedHost : IAsyncDisposable
{
    readonly PublishedFolder folder;
    readonly ConcurrentQueue<LogLine> lines;

    PublishedHost(LocalHost host, PublishedFolder folder, ConcurrentQueue<LogLine> lines)
    {
        (Host, this.folder, this.lines) = (host, folder, lines);
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
    }

    public LocalHost Host { get; }

    public HttpClient Client { get; }

    public IEnumerable<LogLine> Lines => lines;

    public static async Task<PublishedHost> StartAsync(StorageFixture storage)
    {
        var folder = new PublishedFolder();
        var logs = new RecordedLogs();
        var settings = new Dictionary<string, string?>
        {
            [HostSettings.Storage] = storage.ConnectionString,
            [HostSettings.Urls] = "http://127.0.0.1:0",
            ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "1000",
            ["Hub"] = $"T{Guid.NewGuid():N}",
            ["Some:Setting"] = "set",
        };
        var options = new LocalHostOptions
        {
            Engine = EngineKind.Simulation,
            Settings = settings,
            Logging = logging => logging.AddProvider(logs),
        };
        return new(await LocalHost.StartAsync(new FunctionsApp.Published(folder.Path), options), folder, logs.Lines);
    }

    /// <param name="bytes">Of the body; null for none.</param>
    public async Task<(int Status, string Body)> AnswerAsync(string method, string path, int? bytes = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (bytes is { } size) request.Content = new StringContent(new string('a', size), Encoding.ASCII);
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits for a line of the log: the worker's come by another way than its answers.</summary>
    public async Task SaidAsync(string text)
    {
        while (!lines.Any(line => line.Text == text)) await Task.Delay(20);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        folder.Dispose();
    }
}
