using EmbeddedFunctions.Hosting.Http;
using EmbeddedFunctions.Hosting.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Durable;

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
        Serve(app, "GET", "/instances/{instanceId}", (http, client) => InstanceQueries.StatusAsync(http, client, Route(http, "instanceId")));
        Serve(app, "DELETE", "/instances/{instanceId}", (http, client) => InstanceQueries.PurgeAsync(http, client, Route(http, "instanceId")));
        Serve(app, "POST", "/instances/{instanceId}/{operation}", InstanceCommands.RunAsync);
        Serve(app, "POST", "/instances/{instanceId}/raiseEvent/{eventName}", InstanceCommands.RaiseEventAsync);
        Serve(app, "POST", "/orchestrators/{functionName}/{instanceId?}", InstanceStarts.StartAsync);
    }

    public static string Route(HttpContext http, string name) => (string?)http.GetRouteValue(name) ?? "";

    /// <summary>An error in the shape of the real API.</summary>
    public static IResult Error(int status, string message) => Results.Json(new Dictionary<string, string> { ["Message"] = message }, statusCode: status);

    static void Serve(WebApplication app, string method, string route, Operation operation)
    {
        var keys = app.Services.GetRequiredService<KeyRing>();
        var links = app.Services.GetRequiredService<ManagementLinks>();
        app.MapMethods(Root + route, [method], (RequestDelegate)AnswerAsync).WithMetadata(new Served());

        async Task AnswerAsync(HttpContext http)
        {
            var result = !keys.AllowsManagement(http.Request) ? Results.StatusCode(StatusCodes.Status401Unauthorized)
                : links.RefuseOtherHub(http.Request) is { } refusal ? refusal
                : await operation(http, http.RequestServices.GetRequiredService<DurableTaskClient>());
            await result.ExecuteAsync(http);
        }
    }
}
