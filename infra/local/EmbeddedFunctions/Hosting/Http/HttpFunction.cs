using System.Diagnostics;
using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Keys;
using EmbeddedFunctions.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Http.Converters;
using Microsoft.Azure.Functions.Worker.Http;
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

        var context = ContextOf(http);
        var result = await pipeline.RunAsync(context);
        if (!http.RequestAborted.IsCancellationRequested && !await FunctionResult.WriteAsync(result, context, http))
            logger.LogWarning("{Function} returned a {Type}, which answers nothing: return an IActionResult or an IResult", function.Declaration.Name, result?.GetType().Name);
    }

    InvocationContext ContextOf(HttpContext http)
    {
        var context = new InvocationContext(function, http.RequestServices, http.RequestAborted) { Trigger = () => HttpBindingData.Of(http.Request) };
        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        context.Features.Set<IHttpRequestDataFeature>(new ServedRequestDataFeature(http.Request));
        context.Features.Set<IFromBodyConversionFeature>(BodyReader.Instance);
        return context;
    }

    /// <summary>
    /// 500 without a body as the real host answers, and what the server says of a request that is too large or broken; an
    /// answer that has begun is cut off, so that it cannot pass for whole.
    /// </summary>
    void Fail(HttpContext http, Exception error)
    {
        logger.LogError(error, "{Function} failed", function.Declaration.Name);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        ServedResponseData.Forget(http);
        http.Response.Clear();
        http.Response.StatusCode = error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
    }
}
