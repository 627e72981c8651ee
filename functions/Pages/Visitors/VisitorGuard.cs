using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ilnp.Pages.Visitors;

/// <summary>
/// Stands before every function for the web: refuses what a page of another site made a browser post, and floods; answers a
/// request that cannot be read with a page that says so; and puts the headers that protect pages on every answer.
/// </summary>
public sealed class VisitorGuard(PostLimits limits, NoticeAnswers notices) : IFunctionsWorkerMiddleware
{
    static readonly NoticeAnswer OtherSite = new("visit.other-site.title", "visit.other-site.text", StatusCodes.Status403Forbidden);
    static readonly NoticeAnswer TooMany = new("visit.too-many.title", "visit.too-many.text", StatusCodes.Status429TooManyRequests);
    static readonly NoticeAnswer TooLarge = new("visit.too-large.title", "visit.too-large.text", StatusCodes.Status413PayloadTooLarge);
    static readonly NoticeAnswer Unreadable = new("visit.unreadable.title", "visit.unreadable.text", StatusCodes.Status400BadRequest);

    readonly ConcurrentDictionary<string, bool> services = new();

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var headers = http.Response.Headers; // the context may be gone when the answer starts
        http.Response.OnStarting(() => Protect(headers));
        if (HttpMethods.IsPost(http.Request.Method) && await IsRefusedAsync(http, context.FunctionDefinition)) return;
        try
        {
            await next(context);
        }
        catch (Exception e) when (StatusFor(Thrown.By(e)) is { } status && !http.Response.HasStarted)
        {
            await notices.SendAsync(http, status == TooLarge.Status ? TooLarge : Unreadable with { Status = status });
        }
    }

    /// <summary>Null for failures of ours.</summary>
    static int? StatusFor(Exception thrown) => thrown switch
    {
        UnreadableRequest unreadable => unreadable.Status,
        BadHttpRequestException bad => bad.StatusCode,
        _ => null,
    };

    async Task<bool> IsRefusedAsync(HttpContext http, FunctionDefinition function)
    {
        var isService = services.GetOrAdd(function.EntryPoint, IsForServices);
        if (!isService && RequestOrigin.IsOtherSite(http.Request))
        {
            await notices.SendAsync(http, OtherSite);
            return true;
        }

        if (limits.Allows(RequestOrigin.Source(http.Request), function.Name, isService)) return false;
        await notices.SendAsync(http, TooMany, limits.SecondsLeft);
        return true;
    }

    /// <summary>By the function's method, which the worker names as type and method.</summary>
    static bool IsForServices(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        var method = typeof(VisitorGuard).Assembly.GetType(entryPoint[..dot])?.GetMethod(entryPoint[(dot + 1)..]);
        return method?.GetCustomAttribute<CalledByServicesAttribute>() is not null;
    }

    /// <summary>Answers without a page, too; a page's own policy stays.</summary>
    static Task Protect(IHeaderDictionary headers)
    {
        if (!headers.ContainsKey("Content-Security-Policy"))
        {
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            headers.XFrameOptions = "DENY";
        }

        if (!headers.ContainsKey("Cache-Control")) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
