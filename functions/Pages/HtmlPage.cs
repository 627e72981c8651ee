using System.Text;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using RazorSlices;

namespace Ilnp.Pages;

/// <summary>
/// A page as the answer to a request, with the headers that all pages have: no script, no frames, nothing kept or passed on.
/// </summary>
public sealed class HtmlPage(RazorSlice page, int status = StatusCodes.Status200OK) : IActionResult
{
    const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri "
            + "'none'; frame-ancestors 'none'";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var html = Encoding.UTF8.GetBytes(await page.RenderAsync(PageTexts.Encoder));
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Length;
        Protect(response.Headers, Policy);
        if (!HttpMethods.IsHead(context.HttpContext.Request.Method))
            await response.Body.WriteAsync(html, context.HttpContext.RequestAborted);
    }

    /// <summary>Headers of an answer that only the person who asked may see, in one place and not in a frame.</summary>
    public static void Protect(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin"; // with "no-referrer", older browsers would not say whose form was posted
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
