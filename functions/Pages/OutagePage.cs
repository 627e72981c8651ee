using Ilnp.Orchestration;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Ilnp.Pages;

/// <summary>
/// Answers 503 and a page that says so when a function for the web met what may pass by itself. Activities are none of its
/// business: their exceptions are judged by the orchestration that called them.
/// </summary>
public sealed class OutagePage(TextShelf texts, ILogger<OutagePage> logger) : IFunctionsWorkerMiddleware
{
    const string Seconds = "60";

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (TransientFailure e) when (context.GetHttpContext() is { Response.HasStarted: false })
        {
            logger.LogError(e, "{Function} cannot be served now; whoever asked is told to try again.", context.FunctionDefinition.Name);
            await AnswerAsync(context.GetHttpContext()!);
        }
    }

    Task AnswerAsync(HttpContext http)
    {
        http.Response.Clear();
        http.Response.Headers.RetryAfter = Seconds;
        var words = texts.In(ReaderLanguage.Of(http.Request, texts.Languages));
        var page = new HtmlPage(Notice.Create(new(words, "outage.title", "outage.text")), StatusCodes.Status503ServiceUnavailable);
        return page.ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
    }
}
