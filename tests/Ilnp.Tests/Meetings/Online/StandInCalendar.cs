using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ilnp.Tests.Meetings.Online;

/// <summary>A mailbox's calendar of Microsoft Graph on loopback: a request that comes again finds what it made.</summary>
sealed class StandInCalendar : IAsyncDisposable
{
    readonly WebApplication app;

    StandInCalendar()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1.0/users/{mailbox}/events", PostAsync);
        app.MapDelete("/v1.0/users/{mailbox}/events/{id}", Delete);
    }

    public string Address => app.Urls.Single();

    /// <summary>What stands in it, by id, which the transaction makes.</summary>
    public ConcurrentDictionary<string, JsonNode> Entries { get; } = new();

    /// <summary>Whether the calendar allows online meetings.</summary>
    public bool IsOnline { get; set; } = true;

    /// <summary>Answers in its place; null where it answers itself.</summary>
    public int? Refusal { get; set; }

    public static async Task<StandInCalendar> StartAsync()
    {
        var calendar = new StandInCalendar();
        await calendar.app.StartAsync();
        return calendar;
    }

    async Task PostAsync(HttpContext context)
    {
        if (Refuses(context)) return;
        var entry = (await JsonNode.ParseAsync(context.Request.Body))!;
        var id = $"e-{entry["transactionId"]!.GetValue<string>()}";
        Entries[id] = entry;
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["id"] = id,
            ["onlineMeeting"] = IsOnline && entry["isOnlineMeeting"]?.GetValue<bool>() == true
                ? new JsonObject { ["joinUrl"] = $"https://teams.example/{id}" }
                : null,
        });
    }

    IResult Delete(HttpContext context, string id) =>
        Refusal is { } status ? Results.StatusCode(status)
        : Entries.TryRemove(id, out _) ? Results.NoContent()
        : Results.NotFound();

    bool Refuses(HttpContext context)
    {
        if (Refusal is not { } status) return false;
        context.Response.StatusCode = status;
        return true;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
