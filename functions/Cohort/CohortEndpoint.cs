using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Cohort;

/// <summary><c>POST /cohorts</c> with a settings file as body, protected by a function key.</summary>
public sealed class CohortEndpoint(CohortStarter starter, CohortStore cohorts, CohortSettingsFile file)
{
    /// <returns>202 with the instance id when started, 200 when it was running, with what the file says otherwise and was not taken, 400 with every problem of the settings.</returns>
    [Function(nameof(StartCohort))]
    public async Task<IActionResult> StartCohort(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cohorts")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        using var reader = new StreamReader(request.Body);
        var parsed = file.Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
        if (parsed.Settings is not { } settings) return new BadRequestObjectResult(new { parsed.Problems });
        var started = await starter.StartAsync(settings, client, request.HttpContext.RequestAborted);
        var instanceId = InstanceIds.Cohort(settings.Id);
        if (started) return new AcceptedResult($"/cohorts/{settings.Id}", new { instanceId, started });
        var ignored = SettingsDifference.Of(settings, await cohorts.GetAsync(settings.Id, request.HttpContext.RequestAborted));
        return new OkObjectResult(new { instanceId, started, ignored });
    }
}
