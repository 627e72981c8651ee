using DurableTask.Core.Exceptions;
using FunctionsHost.Durable.Dispatch;
using FunctionsHost.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsHost.Durable.Management;

/// <summary>Starting an orchestration by its name.</summary>
static class InstanceStarts
{
    /// <summary>Not to be replaced, unless <c>host.json</c> says so.</summary>
    static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    public static async Task<IResult> StartAsync(HttpContext http, DurableTaskClient client)
    {
        var name = ManagementApi.Route(http, "functionName");
        if (!http.RequestServices.GetRequiredService<ITaskRunner>().HasOrchestrator(name))
            return ManagementApi.Error(
                StatusCodes.Status400BadRequest, $"The function '{name}' doesn't exist, is disabled, or is not an orchestrator function.");
        if (await JsonBody.ReadAsync(http) is not { Valid: true } body)
            return ManagementApi.Error(StatusCodes.Status400BadRequest, "Invalid JSON content");
        var id = ManagementApi.Route(http, "instanceId");
        var options = new StartOrchestrationOptions(id.Length > 0 ? id : Guid.NewGuid().ToString("N"))
        {
            Version = http.Request.Query["version"].FirstOrDefault() is { } version ? new TaskVersion(version) : null,
        }.WithDedupeStatuses(http.RequestServices.GetRequiredService<HostJson>().ReplacesUnfinished ? [] : Unfinished);
        try
        {
            return await AnswerAsync(
                http, client, await client.ScheduleNewOrchestrationInstanceAsync(name, body.Value, options, http.RequestAborted));
        }
        catch (OrchestrationAlreadyExistsException e)
        {
            return ManagementApi.Error(StatusCodes.Status409Conflict, e.Message);
        }
        catch (ArgumentException e)
        {
            return ManagementApi.Error(StatusCodes.Status400BadRequest, e.Message);
        }
    }

    /// <summary>
    /// Waits as long as the caller wishes (<c>timeout</c> and <c>pollingInterval</c>, seconds of real
    /// time), then gives the output or the links.
    /// </summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, DurableTaskClient client, string instanceId)
    {
        var links = http.RequestServices.GetRequiredService<ManagementLinks>();
        if (InstanceFilter.Seconds(http.Request, "timeout") is not { } limit
            || InstanceFilter.Seconds(http.Request, "pollingInterval") is null)
            return links.CheckStatus(http, instanceId);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        waiting.CancelAfter(limit);
        try
        {
            var finished = await client.WaitForInstanceCompletionAsync(instanceId, true, waiting.Token);
            var status = InstanceStatus.Of(finished, showInput: true);
            return finished.RuntimeStatus == OrchestrationRuntimeStatus.Completed
                ? ManagementApi.Json(status.Output)
                : ManagementApi.Json(status);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return links.CheckStatus(http, instanceId);
        }
    }
}
