using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Durable;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>Maps the HTTP functions and the host's own addresses.</summary>
static class HttpServing
{
    public static void Map(WebApplication app, IReadOnlyList<ServedFunction> functions, HostJson hostJson)
    {
        var limits = new RequestLimits(hostJson);
        app.Use((http, next) => AddHeadersAsync(http, next, hostJson.CustomHeaders));
        app.Use(limits.AnswerAsync);
        app.UseRouting();
        app.Use(NotFoundForOtherMethodsAsync);
        foreach (var function in functions)
        {
            if (function.Declaration.Trigger is HttpTrigger trigger) Map(app, function, trigger, hostJson.RoutePrefix);
        }

        ManagementApi.Map(app);
    }

    static void Map(WebApplication app, ServedFunction function, HttpTrigger trigger, string prefix)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger($"Function.{function.Declaration.Name}");
        var handler = ActivatorUtilities.CreateInstance<HttpFunction>(app.Services, function, logger);
        var route = "/" + FunctionRoute.Of(trigger, prefix);
        var endpoint = trigger.Methods.Count == 0 ? app.Map(route, handler.AnswerAsync) : app.MapMethods(route, trigger.Methods, handler.AnswerAsync);
        endpoint.WithMetadata(new Served());
    }

    static Task AddHeadersAsync(HttpContext http, RequestDelegate next, IReadOnlyDictionary<string, string> headers)
    {
        http.Response.OnStarting(() =>
        {
            foreach (var (name, value) in headers) http.Response.Headers[name] = value;
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>The real host knows no 405: another method, HEAD included, is an unknown address.</summary>
    static Task NotFoundForOtherMethodsAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Served>() is not null) return next(http);
        http.SetEndpoint(null);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
