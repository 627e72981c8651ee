using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Operations.Health;

/// <summary>
/// <c>GET /health/live</c> and <c>/health/ready</c>, which <c>/health</c> is too, for whoever watches the app: JSON, or plain sentences for
/// a browser. Anybody may ask, so that nothing is told but which part fails.
/// </summary>
public sealed class HealthPages(HealthMemory memory)
{
    /// <returns>200, as long as the app runs at all.</returns>
    [Function(nameof(AnswerHealthLive))]
    public IActionResult AnswerHealthLive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/live")] HttpRequest request) =>
        Answer(request, isWell: true, ["The app runs."], new { status = "live", says = "The app runs." });

    /// <returns>200 when everything that the app needs answers, otherwise 503.</returns>
    [Function(nameof(AnswerHealthReady))]
    public Task<IActionResult> AnswerHealthReady(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/ready")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerHealth(request, client);

    /// <inheritdoc cref="AnswerHealthReady"/>
    [Function(nameof(AnswerHealth))]
    public async Task<IActionResult> AnswerHealth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        var reading = await memory.ReadAsync(client).WaitAsync(request.HttpContext.RequestAborted);
        var lines = reading.Parts.Select(part => $"{(part.IsWell ? "well" : "FAILS"),-6} {part.Part,-9} {part.Says}");
        return Answer(request, reading.IsWell, [reading.Says, "", .. lines], new
        {
            status = reading.IsWell ? "ready" : "not ready",
            says = reading.Says,
            parts = reading.Parts.Select(part => new { part.Part, part.IsWell, part.Says }),
        });
    }

    static ActionResult Answer(HttpRequest request, bool isWell, string[] lines, object json)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var status = isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        if (!request.Headers.Accept.ToString().Contains("text/", StringComparison.Ordinal))
            return new JsonResult(json) { StatusCode = status };
        var text = string.Concat(lines.Select(line => $"{line}\n"));
        return new ContentResult { Content = text, ContentType = "text/plain; charset=utf-8", StatusCode = status };
    }
}
