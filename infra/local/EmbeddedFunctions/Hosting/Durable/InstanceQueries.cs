using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>Asking after instances and forgetting finished ones.</summary>
static class InstanceQueries
{
    const string ContinuationHeader = "x-ms-continuation-token";

    public static async Task<IResult> StatusAsync(HttpContext http, DurableTaskClient client, string instanceId)
    {
        if (await client.GetInstanceAsync(instanceId, true, http.RequestAborted) is not { } instance) return Results.NotFound();
        var status = InstanceStatus.Of(instance, InstanceFilter.Flag(http.Request, "showInput") ?? true);
        if (instance.IsCompleted)
        {
            var failed = instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed && InstanceFilter.Flag(http.Request, "returnInternalServerErrorOnFailure") == true;
            return Results.Json(status, statusCode: failed ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK);
        }

        http.Response.Headers.Location = $"{http.RequestServices.GetRequiredService<ManagementLinks>().OriginOf(http.Request)}{http.Request.Path}{http.Request.QueryString}";
        http.Response.Headers.RetryAfter = "5";
        return Results.Json(status, statusCode: StatusCodes.Status202Accepted);
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
            return Results.Json(page.Values.Select(instance => InstanceStatus.Of(instance, showInput)).ToList());
        }

        return Results.Json(Array.Empty<InstanceStatus>());
    }

    public static async Task<IResult> PurgeAsync(HttpContext http, DurableTaskClient client, string instanceId)
    {
        if (await client.GetInstanceAsync(instanceId, false, http.RequestAborted) is not { } instance) return Results.NotFound();
        if (!instance.IsCompleted)
            return ManagementApi.Error(StatusCodes.Status412PreconditionFailed, $"Only finished orchestrations can be purged; this one is {instance.RuntimeStatus}.");
        return Purged(await client.PurgeInstanceAsync(instanceId, http.RequestAborted));
    }

    public static async Task<IResult> PurgeManyAsync(HttpContext http, DurableTaskClient client)
    {
        var query = InstanceFilter.Of(http.Request);
        if (query.CreatedFrom is null) return ManagementApi.Error(StatusCodes.Status400BadRequest, "Please provide value for 'createdTimeFrom' parameter.");
        var until = query.CreatedTo ?? http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var purged = await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(query.CreatedFrom, until, query.Statuses), http.RequestAborted);
        return purged.PurgedInstanceCount == 0 ? Results.NotFound() : Purged(purged);
    }

    static IResult Purged(PurgeResult result) => Results.Json(new { instancesDeleted = result.PurgedInstanceCount });
}
