using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ilnp.Tests.Mail.Senders;

/// <summary>A provider's API on loopback: takes one path, keeps what came, answers as the test says.</summary>
sealed class StandInApi : IAsyncDisposable
{
    readonly WebApplication app;

    StandInApi(string path, Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost(path, async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            Requests.Enqueue(
                new(
                    context.Request.Path,
                    context.Request.ContentType,
                    context.Request.Headers.Authorization.ToString(),
                    await reader.ReadToEndAsync()));
            await answer(context);
        });
        app.MapFallback(context =>
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return Task.CompletedTask;
        });
    }

    public ConcurrentQueue<StandInRequest> Requests { get; } = [];

    public string Address => app.Urls.Single();

    public static async Task<StandInApi> StartAsync(string path, Func<HttpContext, Task> answer)
    {
        var api = new StandInApi(path, answer);
        await api.app.StartAsync();
        return api;
    }

    public static Task<StandInApi> StartAsync(string path, int status, params (string Name, string Value)[] headers) =>
        StartAsync(path, context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            return Task.CompletedTask;
        });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

sealed record StandInRequest(string Path, string? ContentType, string Authorization, string Body);
