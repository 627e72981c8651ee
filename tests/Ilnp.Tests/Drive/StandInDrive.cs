using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ilnp.Tests.Drive;

/// <summary>A drive of Microsoft Graph on loopback: items by path, upload sessions in parts, tags, who changed what.</summary>
sealed partial class StandInDrive : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentDictionary<string, Session> sessions = new();
    int versions, ids;

    StandInDrive()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync); // a fallback would pass over what looks like a file
    }

    public string Address => app.Urls.Single();

    public ConcurrentDictionary<string, StandInItem> Items { get; } = new();

    /// <summary>Method and path of all that was asked.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Those that it has no answer to.</summary>
    public ConcurrentQueue<string> Unknown { get; } = [];

    /// <summary>Answers before the drive does; null lets it answer.</summary>
    public Func<HttpContext, int?> Interrupt { get; set; } = _ => null;

    public static async Task<StandInDrive> StartAsync()
    {
        var drive = new StandInDrive();
        await drive.app.StartAsync();
        return drive;
    }

    /// <summary>As a person does it in a browser.</summary>
    public void ChangeByHand(string path, string content) =>
        Items[path] = Items[path] with { Content = Encoding.UTF8.GetBytes(content), Tag = NextTag(), UserId = "u1" };

    /// <summary>As the library does it by itself with a workbook's properties.</summary>
    public void ChangeByLibrary(string path) => Items[path] = Items[path] with { Tag = NextTag() };

    async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = Uri.UnescapeDataString(request.Path);
        Asked.Enqueue($"{request.Method} {path}");
        if (Interrupt(context) is { } status)
        {
            response.StatusCode = status;
            return;
        }

        if (UploadPath().Match(path) is { Success: true } upload) await UploadAsync(context, upload.Groups[1].Value);
        else if (request.Headers.Authorization != "Bearer token") response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (SessionPath().Match(path) is { Success: true } session) await OpenAsync(context, session.Groups[1].Value);
        else if (ItemPath().Match(path) is { Success: true } item && request.Method == "GET")
            await ShowAsync(context, item.Groups[1].Value);
        else if (IdPath().Match(path) is { Success: true } id) await ChangeAsync(context, id.Groups[1].Value);
        else
        {
            Unknown.Enqueue($"{request.Method} {path}");
            response.StatusCode = StatusCodes.Status418ImATeapot;
        }
    }

    Task ShowAsync(HttpContext context, string path)
    {
        if (Items.TryGetValue(path, out var item)) return context.Response.WriteAsJsonAsync(Json(item));
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    async Task ChangeAsync(HttpContext context, string id)
    {
        var (path, item) = Items.First(one => one.Value.Id == id) is var found ? (found.Key, found.Value) : default;
        if (IsOutdated(context, item)) return;
        Items.TryRemove(path, out _);
        if (context.Request.Method == "DELETE")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var name = (await JsonNode.ParseAsync(context.Request.Body))!["name"]!.GetValue<string>();
        Items[$"{path[..(path.LastIndexOf('/') + 1)]}{name}"] = item with { Tag = NextTag() };
        await context.Response.WriteAsJsonAsync(Json(item));
    }

    async Task OpenAsync(HttpContext context, string path)
    {
        var asked = await JsonNode.ParseAsync(context.Request.Body);
        var behaviour = asked!["item"]!["@microsoft.graph.conflictBehavior"]!.GetValue<string>();
        if (Items.TryGetValue(path, out var item) && behaviour == "fail")
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        if (item is not null && IsOutdated(context, item)) return;
        var id = $"s{Interlocked.Increment(ref ids)}";
        sessions[id] = new(path);
        await context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["uploadUrl"] = $"{Address}/upload/{id}",
            ["expirationDateTime"] = "2099-01-01T00:00:00Z",
            ["nextExpectedRanges"] = new JsonArray("0-"),
        });
    }

    async Task UploadAsync(HttpContext context, string id)
    {
        var session = sessions[id];
        if (context.Request.Method == "GET")
        {
            await context.Response.WriteAsJsonAsync(Status(session));
            return;
        }

        var range = Range().Match(context.Request.Headers.ContentRange.ToString());
        var (from, total) = (
            int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(range.Groups[3].Value, CultureInfo.InvariantCulture));
        using var part = new MemoryStream();
        await context.Request.Body.CopyToAsync(part);
        if (from != session.Received.Length || (part.Length % (320 * 1024) != 0 && from + part.Length != total))
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }

        session.Received.Write(part.ToArray());
        if (session.Received.Length < total)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            await context.Response.WriteAsJsonAsync(Status(session));
            return;
        }

        var item = new StandInItem(
            Items.TryGetValue(session.Path, out var before) ? before.Id : $"i{Interlocked.Increment(ref ids)}",
            NextTag(), session.Received.ToArray(), null);
        Items[session.Path] = item;
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(Json(item));
    }

    static JsonObject Status(Session session) => new()
    {
        ["expirationDateTime"] = "2099-01-01T00:00:00Z",
        ["nextExpectedRanges"] = new JsonArray($"{session.Received.Length}-"),
    };

    static bool IsOutdated(HttpContext context, StandInItem item)
    {
        if (context.Request.Headers.IfMatch.ToString() is not { Length: > 0 } tag || tag == item.Tag) return false;
        context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
        return true;
    }

    JsonObject Json(StandInItem item) => new()
    {
        ["id"] = item.Id,
        ["eTag"] = item.Tag,
        ["webUrl"] = $"https://tenant.example/files/{item.Id}",
        ["lastModifiedBy"] = item.UserId is { } user
            ? new JsonObject { ["user"] = new JsonObject { ["id"] = user, ["displayName"] = "Ada" } }
            : new JsonObject { ["application"] = new JsonObject { ["id"] = "app", ["displayName"] = "ILNP" } },
    };

    string NextTag() => $"\"v{Interlocked.Increment(ref versions)}\"";

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [GeneratedRegex("^/upload/(s[0-9]+)$")]
    private static partial Regex UploadPath();

    [GeneratedRegex("^/v1.0/drives/d1/items/root:/(.+):/createUploadSession$")]
    private static partial Regex SessionPath();

    [GeneratedRegex("^/v1.0/drives/d1/items/root:/(.+):$")]
    private static partial Regex ItemPath();

    [GeneratedRegex("^/v1.0/drives/d1/items/(i[0-9]+)$")]
    private static partial Regex IdPath();

    [GeneratedRegex("bytes ([0-9]+)-([0-9]+)/([0-9]+)")]
    private static partial Regex Range();

    sealed record Session(string Path)
    {
        public MemoryStream Received { get; } = new();
    }
}

/// <summary>A file of the stand-in.</summary>
/// <param name="Id">Stays with the file under every name.</param>
/// <param name="Tag">Of its version.</param>
/// <param name="Content">All of it.</param>
/// <param name="UserId">Who changed it last; null for an app.</param>
sealed record StandInItem(string Id, string Tag, byte[] Content, string? UserId);
