using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;

namespace FunctionsHost.Durable.Management;

/// <summary>Steering one instance: 404 for an unknown one, 410 for a finished one, otherwise 202.</summary>
static class InstanceCommands
{
    public static async Task<IResult> RunAsync(HttpContext http, DurableTaskClient client)
    {
        var id = ManagementApi.Route(http, "instanceId");
        var reason = http.Request.Query["reason"].FirstOrDefault();
        return ManagementApi.Route(http, "operation").ToLowerInvariant() switch
        {
            "terminate" =>
                await SteerAsync(
                    http, client, id, () => client.TerminateInstanceAsync(id, new TerminateInstanceOptions(reason), http.RequestAborted)),
            "suspend" => await SteerAsync(http, client, id, () => client.SuspendInstanceAsync(id, reason, http.RequestAborted)),
            "resume" => await SteerAsync(http, client, id, () => client.ResumeInstanceAsync(id, reason, http.RequestAborted)),
            "restart" => await RestartAsync(http, client, id),
            "rewind" => await RewindAsync(http, client, id),
            _ => Results.NotFound(),
        };
    }

    public static async Task<IResult> RaiseEventAsync(HttpContext http, DurableTaskClient client)
    {
        var id = ManagementApi.Route(http, "instanceId");
        return await SteerAsync(http, client, id, RaiseAsync);

        async Task<IResult?> RaiseAsync()
        {
            if (!IsJson(http.Request))
                return ManagementApi.Error(StatusCodes.Status400BadRequest, "Only application/json request content is supported");
            if (await JsonBody.ReadAsync(http) is not { Valid: true, Value: not null } body)
                return ManagementApi.Error(StatusCodes.Status400BadRequest, "Invalid JSON content");
            await client.RaiseEventAsync(id, ManagementApi.Route(http, "eventName"), body.Value, http.RequestAborted);
            return null;
        }
    }

    static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    static Task<IResult> SteerAsync(HttpContext http, DurableTaskClient client, string id, Func<Task> command) =>
        SteerAsync(http, client, id, async () =>
        {
            await command();
            return null;
        });

    static async Task<IResult> SteerAsync(HttpContext http, DurableTaskClient client, string id, Func<Task<IResult?>> command)
    {
        if (await client.GetInstanceAsync(id, false, http.RequestAborted) is not { } instance) return Results.NotFound();
        if (instance.IsCompleted) return Results.StatusCode(StatusCodes.Status410Gone);
        return await command() ?? Results.StatusCode(StatusCodes.Status202Accepted);
    }

    static async Task<IResult> RestartAsync(HttpContext http, DurableTaskClient client, string id)
    {
        if (await client.GetInstanceAsync(id, false, http.RequestAborted) is not { } instance)
            return ManagementApi.Error(StatusCodes.Status400BadRequest, "InstanceId does not match a valid orchestration instance.");
        var withNewId = InstanceFilter.Flag(http.Request, "restartWithNewInstanceId") ?? true;
        if (!withNewId && !instance.IsCompleted)
            return ManagementApi.Error(StatusCodes.Status409Conflict, "A non-terminal instance with this instance ID already exists.");
        var restarted = await client.RestartAsync(id, withNewId, http.RequestAborted);
        return await InstanceStarts.AnswerAsync(http, client, restarted);
    }

    static async Task<IResult> RewindAsync(HttpContext http, DurableTaskClient client, string id)
    {
        if (await client.GetInstanceAsync(id, false, http.RequestAborted) is not { } instance)
            return ManagementApi.Json($"No orchestration with instance ID \"{id}\" found.", StatusCodes.Status404NotFound);
        if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Failed)
            return ManagementApi.Json(
                $"This orchestration has status {instance.RuntimeStatus}, but only orchestrations in the \"Failed\" state can be rewound.",
                StatusCodes.Status412PreconditionFailed);
        await client.RewindInstanceAsync(id, http.Request.Query["reason"].FirstOrDefault() ?? "", http.RequestAborted);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }
}
