using System.Text.Json.Nodes;
using FunctionsHost.Durable.Hub;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsHost.Durable.Management;

/// <summary>Asking after instances and forgetting finished ones.</summary>
static class InstanceQueries
{
    const string ContinuationHeader = "x-ms-continuation-token";

    public static async Task<IResult> StatusAsync(HttpContext http, DurableTaskClient client, string instanceId)
    {
        if (await client.GetInstanceAsync(instanceId, true, http.RequestAborted) is not { } instance) return Results.NotFound();
        var showInput = InstanceFilter.Flag(http.Request, "showInput") ?? true;
        var status = InstanceStatus.Of(instance, showInput) with { HistoryEvents = await HistoryAsync(http, instanceId, showInput) };
        if (instance.IsCompleted)
        {
            var failed = instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed
                && InstanceFilter.Flag(http.Request, "returnInternalServerErrorOnFailure") == true;
            return ManagementApi.Json(status, failed ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK);
        }

        http.Response.Headers.Location =
            $"{http.RequestServices.GetRequiredService<ManagementLinks>().OriginOf(http.Request)}{http.Request.Path}"
                + $"{http.Request.QueryString}";
        http.Response.Headers.RetryAfter = "5";
        return ManagementApi.Json(status, StatusCodes.Status202Accepted);
    }

    /// <summary>One page; the header names the next one.</summary>
    public static async Task<IResult> ListAsync(HttpContext http, DurableTaskClient client)
    {
        var showInput = InstanceFilter.Flag(http.Request, "showInput") ?? false;
        var token = http.Request.Headers[ContinuationHeader].ToString();
        var query = InstanceFilter.Of(http.Request);
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages(token.Length == 0 ? null : token, query.PageSize))
        {
            http.Response.Headers[ContinuationHeader] = page.ContinuationToken;
            return ManagementApi.Json(page.Values.Select(instance => InstanceStatus.Of(instance, showInput)).ToList());
        }

        return ManagementApi.Json(Array.Empty<InstanceStatus>());
    }

    public static async Task<IResult> PurgeAsync(HttpContext http, DurableTaskClient client, string instanceId)
    {
        if (await client.GetInstanceAsync(instanceId, false, http.RequestAborted) is not { } instance) return Results.NotFound();
        if (!instance.IsCompleted)
        {
            return ManagementApi.Json(
                $"Only orchestrations in a terminal state can be purged, but the orchestration with instance ID {instanceId} has "
                    + $"status {instance.RuntimeStatus}",
                StatusCodes.Status412PreconditionFailed);
        }

        return Purged(await client.PurgeInstanceAsync(instanceId, http.RequestAborted));
    }

    public static async Task<IResult> PurgeManyAsync(HttpContext http, DurableTaskClient client)
    {
        var query = InstanceFilter.Of(http.Request);
        if (query.CreatedFrom is null)
            return ManagementApi.Json("Please provide value for 'createdTimeFrom' parameter.", StatusCodes.Status400BadRequest);
        var until = query.CreatedTo ?? http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var purged = await client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(query.CreatedFrom, until, query.Statuses), http.RequestAborted);
        return purged.PurgedInstanceCount == 0 ? Results.NotFound() : Purged(purged);
    }

    static IResult Purged(PurgeResult result) => ManagementApi.Json(new { instancesDeleted = result.PurgedInstanceCount });

    /// <summary>Null unless the query asks for it.</summary>
    static async Task<JsonArray?> HistoryAsync(HttpContext http, string instanceId, bool showInput)
    {
        if (InstanceFilter.Flag(http.Request, "showHistory") != true) return null;
        var showOutput = InstanceFilter.Flag(http.Request, "showHistoryOutput") ?? false;
        var history = await http.RequestServices.GetRequiredService<TaskHub>().HistoryAsync(instanceId);
        return new HistoryStory(showInput, showOutput).Tell(history);
    }
}
