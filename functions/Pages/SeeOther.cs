using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Pages;

/// <summary>After a post: on to a page by GET, so that going back or reloading posts nothing again.</summary>
/// <param name="path">A path of ours, with its query.</param>
public sealed class SeeOther(string path) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
        HtmlPage.Protect(context.HttpContext.Response.Headers, "default-src 'none'");
        return Task.CompletedTask;
    }
}
