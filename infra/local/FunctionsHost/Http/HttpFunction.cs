using System.Diagnostics;
using FunctionsHost.Functions;
using FunctionsHost.Keys;
using FunctionsHost.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Simulation.Time;

namespace FunctionsHost.Http;

/// <summary>
/// Answers the requests of one HTTP function: the request goes through the worker's own pipeline while the invocation, which
/// carries the same id, runs beside it. Logs name the function and never the address, which may hold a signed link.
/// </summary>
sealed class HttpFunction(
    HttpTrigger trigger, IFunctionInvoker worker, IInputBindings inputs, IHttpDoor door, KeyRing keys, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// After the answer is written, the invocation has this long to end by itself; the function has ended then, or never begun.
    /// </summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    const string KeyMissing = "A key is missing or wrong: show it in the header x-functions-key, or as ?code= in the address.";

    public async Task AnswerAsync(HttpContext http)
    {
        using var still = time.HoldStill();
        var started = Stopwatch.GetTimestamp();
        if (!keys.AllowsFunction(http.Request, trigger.Level, trigger.Function.Name))
            await Reception.SayAsync(http, StatusCodes.Status401Unauthorized, KeyMissing);
        else if (IsTooLarge(http)) RefuseTooLarge(http);
        else await RunAsync(http);
        logger.LogInformation(
            "{Function} answered {Status} in {Milliseconds:0} ms", trigger.Function.Name,
            http.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>A function that read it would fail instead, as any other does.</summary>
    static bool IsTooLarge(HttpContext http) =>
        http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    /// <summary>The rest of the body stays unread, so the caller is told that the connection ends.</summary>
    static void RefuseTooLarge(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        http.Response.Headers.Connection = "close";
    }

    async Task RunAsync(HttpContext http)
    {
        var invocation = Invocation(http);
        http.Request.Headers[IHttpDoor.InvocationHeader] = invocation.InvocationId;
        ForgetRouting(http.Features);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var running = worker.InvokeAsync(trigger.Function, invocation, gone.Token);
        try
        {
            if (!running.IsCompleted) await door.EnterAsync(http); // otherwise there is no worker any more
        }
        catch (Exception e)
        {
            await gone.CancelAsync();
            Fail(http, e);
        }

        await EndAsync(http, running, gone);
    }

    /// <summary>The invocation is never left behind: whoever's pipeline ended without it is told to end it.</summary>
    async Task EndAsync(HttpContext http, Task running, CancellationTokenSource gone)
    {
        // real time: another process
        if (await Task.WhenAny(running, Task.Delay(Grace, CancellationToken.None)) != running) await gone.CancelAsync();
        try
        {
            await running;
        }
        catch (FunctionFailedException e)
        {
            Fail(http, e);
        }
        catch (WorkerLostException e) when (!http.Response.HasStarted) // an answer whose pipeline has ended is whole
        {
            Fail(http, e, StatusCodes.Status503ServiceUnavailable);
        }
        catch (WorkerLostException e)
        {
            logger.LogWarning("{Function} had answered when the worker was lost: {Reason}", trigger.Function.Name, e.Message);
        }
    }

    InvocationRequest Invocation(HttpContext http)
    {
        var invocation = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString("D"),
            InputData = { new ParameterBinding { Name = trigger.Function.Trigger!.Name, Data = new() { Http = new RpcHttp() } } },
        };
        invocation.InputData.Add(inputs.For(trigger.Function));
        foreach (var (name, value) in http.GetRouteData().Values)
            invocation.TriggerMetadata[name] = new() { String = value?.ToString() ?? "" };
        return invocation;
    }

    /// <summary>The worker routes anew, with services of its own.</summary>
    static void ForgetRouting(IFeatureCollection features)
    {
        features.Set<IEndpointFeature>(null);
        features.Set<IRouteValuesFeature>(null);
        features.Set<IServiceProvidersFeature>(null);
        features.Set<IItemsFeature>(null);
    }

    /// <summary>
    /// What the server says of a body that it refused while it was read, as one that turned out too large: whoever looks again
    /// is told again. The function's own failure is only its text.
    /// </summary>
    static int? Refusal(HttpRequest request)
    {
        try
        {
            if (request.BodyReader.TryRead(out var read)) request.BodyReader.AdvanceTo(read.Buffer.Start);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
    }

    /// <summary>
    /// 500 without a body as the real host answers, and what the server says of a request that is too large or broken; an
    /// answer that has begun is cut off, so that it cannot pass for whole.
    /// </summary>
    void Fail(HttpContext http, Exception error, int status = StatusCodes.Status500InternalServerError)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        if (Refusal(http.Request) is { } refused) status = refused;
        else
            logger.LogError(
                "{Reason}", error is FunctionFailedException ? error.Message : $"{trigger.Function.Name} failed: {error.Message}");
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }
}
