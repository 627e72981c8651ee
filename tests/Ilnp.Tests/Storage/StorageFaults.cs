using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Ilnp.Tests.Storage;

/// <summary>
/// Stands between an app and its storage, on a port each for blobs, queues and tables: passes everything on as it is, or
/// lets it fail for a while. Signatures cover the path and not the host, so they stay right.
/// </summary>
public sealed class StorageFaults : IAsyncDisposable
{
    static readonly string[] NotPassedOn = ["Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Expect"];
    static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    readonly HttpClient storage = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    readonly List<WebApplication> fronts = [];
    volatile StorageFault fault;
    int failed;

    /// <summary>That of the storage behind, with these ports: for <c>AzureWebJobsStorage</c>.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>What happens to requests from now on.</summary>
    public StorageFault Fault { get => fault; set => fault = value; }

    /// <summary>Called before each request, for whoever decides one by one.</summary>
    public Action Asked { get; set; } = () => { };

    /// <summary>Requests that failed here.</summary>
    public int Failed => Volatile.Read(ref failed);

    /// <param name="connectionString">Of the storage behind, with an endpoint for each service.</param>
    public static async Task<StorageFaults> BeforeAsync(string connectionString)
    {
        var faults = new StorageFaults();
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2));
        var passing = new List<string>();
        foreach (var part in parts)
        {
            var isEndpoint = part[0].EndsWith("Endpoint", StringComparison.Ordinal);
            passing.Add($"{part[0]}={(isEndpoint ? await faults.OpenAsync(new(part[1])) : part[1])}");
        }

        faults.ConnectionString = string.Join(';', passing);
        return faults;
    }

    /// <summary>An endpoint of ours for one of the storage's.</summary>
    async Task<Uri> OpenAsync(Uri behind)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var front = builder.Build();
        front.Run(http => AnswerAsync(http, behind));
        await front.StartAsync();
        fronts.Add(front);
        return new UriBuilder(behind) { Port = new Uri(front.Urls.Single()).Port }.Uri;
    }

    async Task AnswerAsync(HttpContext http, Uri behind)
    {
        Asked();
        var now = Fault;
        if (now is StorageFault.None or StorageFault.AnswerLost) await PassOnAsync(http, behind, isAnswered: now == StorageFault.None);
        if (now == StorageFault.None) return;
        Interlocked.Increment(ref failed);
        if (now is StorageFault.ConnectionLost or StorageFault.AnswerLost) http.Abort();
        (http.Response.StatusCode, http.Response.Headers["x-ms-error-code"]) = now == StorageFault.Refused
            ? (StatusCodes.Status403Forbidden, "AuthorizationFailure") : (StatusCodes.Status503ServiceUnavailable, "ServerBusy");
    }

    async Task PassOnAsync(HttpContext http, Uri behind, bool isAnswered)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var address = new Uri(behind.GetLeftPart(UriPartial.Authority) + target, AsItIs);
        using var request = new HttpRequestMessage(new(http.Request.Method), address);
        if (http.Request.ContentLength is not null || http.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(http.Request.Body);
        foreach (var (name, values) in http.Request.Headers.Where(header => IsPassedOn(header.Key)))
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());

        using var answer = await storage.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        if (!isAnswered) return;
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => IsPassedOn(header.Key)))
            http.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    static bool IsPassedOn(string header) => !NotPassedOn.Contains(header, StringComparer.OrdinalIgnoreCase);

    public async ValueTask DisposeAsync()
    {
        foreach (var front in fronts) await front.DisposeAsync();
        storage.Dispose();
    }
}

/// <summary>What happens to a request on its way to storage.</summary>
public enum StorageFault
{
    None,

    /// <summary>503 ServerBusy.</summary>
    Busy,

    /// <summary>The connection ends without an answer.</summary>
    ConnectionLost,

    /// <summary>403, as when a key or a firewall was changed: nothing that passes by itself.</summary>
    Refused,

    /// <summary>It is done, and the connection ends before the answer.</summary>
    AnswerLost,
}
