using System.Text.Json;
using FunctionsHost.Http;
using FunctionsHost.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Durable.Management;

/// <summary>
/// The HTTP API of the real Durable extension (learn.microsoft.com/azure/azure-functions/durable/durable-functions-http-api),
/// behind the system key or the master key. Anything else below its address is 404, as there.
/// </summary>
static class ManagementApi
{
    public const string Root = "/runtime/webhooks/durabletask";

    delegate Task<IResult> Operation(HttpContext http, DurableTaskClient client);

    public static void Map(WebApplication app)
    {
        Serve(app, "GET", "/instances", (http, client) => InstanceQueries.ListAsync(http, client));
        Serve(app, "DELETE", "/instances", InstanceQueries.PurgeManyAsync);
        Serve(
            app, "GET", "/instances/{instanceId}", (http, client) => InstanceQueries.StatusAsync(http, client, Route(http, "instanceId")));
        Serve(
            app,
            "DELETE",
            "/instances/{instanceId}",
            (http, client) => InstanceQueries.PurgeAsync(http, client, Route(http, "instanceId")));
        Serve(app, "POST", "/instances/{instanceId}/{operation}", InstanceCommands.RunAsync);
        Serve(app, "POST", "/instances/{instanceId}/raiseEvent/{eventName}", InstanceCommands.RaiseEventAsync);
        Serve(app, "GET", "/entities/{entityName?}", static (_, _) => Task.FromResult(Json(Array.Empty<object>()))); // there are none
        Serve(app, "POST", "/orchestrators/{functionName}/{instanceId?}", InstanceStarts.StartAsync);
    }

    const string KeyMissing =
        "A key is missing or wrong: show the system key of durabletask or the master key, in the header x-functions-key or "
            + "as ?code= in the address.";

    public static string Route(HttpContext http, string name) => (string?)http.GetRouteValue(name) ?? "";

    /// <summary>An error in the shape of the real API.</summary>
    public static IResult Error(int status, string message) => Json(new Dictionary<string, string> { ["Message"] = message }, status);

    /// <summary>The API's own JSON, whatever the app has configured for its functions.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) =>
        Results.Json(value, JsonSerializerOptions.Web, statusCode: status);

    static void Serve(WebApplication app, string method, string route, Operation operation)
    {
        var keys = app.Services.GetRequiredService<KeyRing>();
        var links = app.Services.GetRequiredService<ManagementLinks>();
        app.MapMethods(Root + route, [method], (RequestDelegate)AnswerAsync).WithMetadata(new Served());

        async Task AnswerAsync(HttpContext http)
        {
            var result = !keys.AllowsManagement(http.Request) ? Error(StatusCodes.Status401Unauthorized, KeyMissing)
                : links.RefuseOtherHub(http.Request) is { } refusal ? refusal
                : await RunAsync(http, operation);
            await result.ExecuteAsync(http);
        }
    }

    /// <summary>What goes wrong is told to the caller in one sentence, as the real API does, and to the log in full.</summary>
    static async Task<IResult> RunAsync(HttpContext http, Operation operation)
    {
        try
        {
            return await operation(http, http.RequestServices.GetRequiredService<DurableTaskClient>());
        }
        catch (ArgumentException)
        {
            return Error(StatusCodes.Status400BadRequest, "One or more of the arguments submitted is incorrect");
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Host")
                .LogError(e, "A request to the orchestrations' management API failed");
            return Error(StatusCodes.Status500InternalServerError, "Something went wrong while processing your request");
        }
    }
}
