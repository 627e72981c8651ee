using System.Security.Cryptography;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Stories.Shown;

/// <summary>
/// A feed as the answer to a request. Whoever keeps it asks each time whether it is still so: what its author takes back
/// must not stay in between.
/// </summary>
sealed class FeedAnswer(byte[] atom) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        HtmlPage.Protect(response.Headers, "default-src 'none'; frame-ancestors 'none'");
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(atom))[..32]}\"";
        response.Headers.CacheControl = "public, no-cache";
        response.Headers.Vary = "Accept-Language";
        response.Headers.ETag = tag;
        if (request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/atom+xml; charset=utf-8";
        response.ContentLength = atom.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(atom, context.HttpContext.RequestAborted);
    }
}
