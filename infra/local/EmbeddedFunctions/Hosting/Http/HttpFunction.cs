using System.Diagnostics;
using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Keys;
using EmbeddedFunctions.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>
/// Answers the requests of one HTTP function. Logs name the function and never the address, which may hold a signed link.
/// </summary>
sealed class HttpFunction(ServedFunction function, FunctionPipeline pipeline, KeyRing keys, TimeProvider time, ILogger logger)
{
    public async Task AnswerAsync(HttpContext http)
    {
        using var still = time.HoldStill();
        var started = Stopwatch.GetTimestamp();
        try
        {
            await RunAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e)
        {
            Fail(http, e);
        }

        logger.LogInformation(
            "{Function} answered {Status} in {Milliseconds:0} ms",
            function.Declaration.Name, http.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    async Task RunAsync(HttpContext http)
    {
        if (!keys.AllowsFunction(http.Request, ((HttpTrigger)function.Declaration.Trigger).Level, function.Declaration.Name))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var context = new InvocationContext(function, http.RequestServices, http.RequestAborted) { BindingData = http.GetRouteData().Values };
        context.Features.Set(http);
        var result = await pipeline.RunAsync(context);
        if (!http.RequestAborted.IsCancellationRequested && !await FunctionResult.WriteAsync(result, http))
            logger.LogWarning("{Function} returned a {Type}, which answers nothing: return an IActionResult or an IResult", function.Declaration.Name, result?.GetType().Name);
    }

    /// <summary>500 without a body as the real host answers; an answer that has begun is cut off, so that it cannot pass for whole.</summary>
    void Fail(HttpContext http, Exception error)
    {
        logger.LogError(error, "{Function} failed", function.Declaration.Name);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
