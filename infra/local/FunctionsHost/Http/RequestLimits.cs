using FunctionsHost.Settings;
using Microsoft.AspNetCore.Http;

namespace FunctionsHost.Http;

/// <summary>
/// The limits of <c>host.json</c>: requests above the concurrent ones wait their turn, above the outstanding ones they are answered 429.
/// </summary>
sealed class RequestLimits(HostJson hostJson)
{
    readonly SemaphoreSlim? turns = hostJson.MaxConcurrentRequests is { } most ? new(most) : null;
    int outstanding;

    public async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref outstanding) > hostJson.MaxOutstandingRequests)
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            else await InTurnAsync(http, next);
        }
        finally
        {
            Interlocked.Decrement(ref outstanding);
        }
    }

    async Task InTurnAsync(HttpContext http, RequestDelegate next)
    {
        if (turns is null)
        {
            await next(http);
            return;
        }

        await turns.WaitAsync(http.RequestAborted);
        try
        {
            await next(http);
        }
        finally
        {
            turns.Release();
        }
    }
}
