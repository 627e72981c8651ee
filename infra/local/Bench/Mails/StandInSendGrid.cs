using System.Collections.Concurrent;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ilnp.Local.Bench.Mails;

/// <summary>
/// Takes mails as SendGrid's Mail Send API does, on loopback: a request that has an address, a subject and both parts is answered 202
/// after a while, any other 400. It keeps no mail, only which ones came.
/// </summary>
sealed class StandInSendGrid : IAsyncDisposable
{
    readonly WebApplication app;
    readonly TimeSpan latency;
    long bytes;
    int largest;
    int requests;

    StandInSendGrid(TimeSpan latency)
    {
        this.latency = latency;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v3/mail/send", TakeAsync);
    }

    public string Address => app.Urls.Single();

    /// <summary>Message ids, each with how often it came.</summary>
    public ConcurrentDictionary<string, int> Taken { get; } = new();

    public int Requests => requests;

    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Bytes of the largest request.</summary>
    public int Largest => largest;

    public static async Task<StandInSendGrid> StartAsync(TimeSpan latency, CancellationToken cancellation)
    {
        var standIn = new StandInSendGrid(latency);
        await standIn.app.StartAsync(cancellation);
        return standIn;
    }

    async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Count((int)body.Length);
        if (latency > TimeSpan.Zero) await Task.Delay(latency, context.RequestAborted);
        context.Response.StatusCode = IdOf(body.ToArray()) is { } id ? StatusCodes.Status202Accepted : StatusCodes.Status400BadRequest;
        if (context.Response.StatusCode == StatusCodes.Status202Accepted)
            context.Response.Headers["X-Message-Id"] = Guid.NewGuid().ToString("N");
    }

    void Count(int size)
    {
        Interlocked.Increment(ref requests);
        Interlocked.Add(ref bytes, size);
        for (var known = largest; size > known && Interlocked.CompareExchange(ref largest, size, known) != known;) known = largest;
    }

    /// <summary>Null for what SendGrid would refuse.</summary>
    string? IdOf(byte[] body)
    {
        using var mail = JsonDocument.Parse(body);
        var root = mail.RootElement;
        var to = root.GetProperty("personalizations")[0].GetProperty("to");
        var types = root.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()).ToHashSet();
        if (to.GetArrayLength() == 0 || !types.Contains(MediaTypeNames.Text.Plain) || !types.Contains(MediaTypeNames.Text.Html))
            return null;
        var id = Headers(root).GetProperty("Message-ID").GetString()!;
        Taken.AddOrUpdate(id, 1, (_, times) => times + 1);
        return id;
    }

    static JsonElement Headers(JsonElement root) =>
        root.TryGetProperty("headers", out var all) ? all : root.GetProperty("personalizations")[0].GetProperty("headers");

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
