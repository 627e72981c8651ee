using Ilnp.Intake.Import;
using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Ilnp.Cohort;

/// <summary><c>POST /cohorts</c> with a settings file as body, or as the one file of a posted form; protected by a function key.</summary>
public sealed class CohortEndpoint(
    CohortStarter starter, CohortStore cohorts, CohortSettingsFile file, TimeProvider time, IOptions<WebOptions> web)
{
    /// <summary>In the address: <c>?passed=yes</c> starts a cohort some of whose days are over.</summary>
    public const string Passed = "passed";

    const int LargestFile = 1024 * 1024;

    /// <returns>
    /// 202 with the instance id when started, and what is odd about the settings; 200 when it was running, with what the file says
    /// otherwise and was not taken; 400 with every problem of the settings; 413 when the file is too long; 409 with what
    /// would happen at once since its day is over.
    /// </returns>
    [Function(nameof(StartCohort))]
    public async Task<IActionResult> StartCohort(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cohorts")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var sent = await SentFile.ReadAsync(request, LargestFile, (new(web.Value.BaseAddress, "cohorts"), "cohort.json"));
        if (sent.Bytes is not { } body) return new ObjectResult(new { problems = new[] { sent.Refusal } }) { StatusCode = sent.Status };
        using var reader = new StreamReader(new MemoryStream(body));
        var parsed = file.Parse(await reader.ReadToEndAsync(cancellation));
        if (parsed.Settings is not { } settings) return new BadRequestObjectResult(new { parsed.Problems });
        var isNew = await cohorts.FindAsync(settings.Id, cancellation) is null;
        if (isNew && request.Query[Passed] != "yes" && StartNotices.Passed(settings, time.GetUtcNow()) is { Count: > 0 } passed)
            return new ConflictObjectResult(new
            {
                problems = passed.Append($"Nothing is started. Correct the dates, or post it with ?{Passed}=yes if this is meant."),
            });
        var started = await starter.StartAsync(settings, client, cancellation);
        var instanceId = InstanceIds.Cohort(settings.Id);
        if (started)
            return new AcceptedResult($"/cohorts/{settings.Id}", new { instanceId, started, warnings = StartNotices.Examples(settings) });
        var ignored = SettingsDifference.Of(settings, await cohorts.GetAsync(settings.Id, cancellation));
        return new OkObjectResult(new { instanceId, started, ignored });
    }
}
