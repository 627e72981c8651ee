using Ilnp.Orchestration;
using Ilnp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Ilnp.Pages;

/// <summary>
/// Answers 503 and a page that says so when a function for the web met what may pass by itself. Activities are none of its
/// business: their exceptions are judged by the orchestration that called them.
/// </summary>
public sealed class OutagePage(NoticeAnswers notices, ILogger<OutagePage> logger) : IFunctionsWorkerMiddleware
{
    const int Seconds = 60;

    static readonly NoticeAnswer Outage = new("outage.title", "outage.text", StatusCodes.Status503ServiceUnavailable);

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not null) WaitingPerson.Comes();
        try
        {
            await next(context);
        }
        catch (Exception e) when (Thrown.By(e) is TransientFailure && context.GetHttpContext() is { Response.HasStarted: false })
        {
            logger.LogError(
                "{Function} cannot be served now: {Reason} Whoever asked is told to try again.",
                context.FunctionDefinition.Name,
                Thrown.By(e).Message);
            await notices.SendAsync(context.GetHttpContext()!, Outage, Seconds);
        }
    }
}
