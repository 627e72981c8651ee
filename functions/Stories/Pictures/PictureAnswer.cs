using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Stories.Pictures;

/// <summary>A picture as the answer to a request.</summary>
/// <param name="picture">Which: its file never changes.</param>
/// <param name="jpeg">The file.</param>
/// <param name="isForAll">
/// Whether everybody may keep it; each time they have to ask whether it may still be shown, as what is taken back must not stay in between.
/// </param>
sealed class PictureAnswer(StoryPicture picture, byte[] jpeg, bool isForAll) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        HtmlPage.Protect(response.Headers, "default-src 'none'; frame-ancestors 'none'");
        if (isForAll)
        {
            response.Headers.CacheControl = "public, no-cache";
            response.Headers.ETag = $"\"{picture.Id}\"";
            if (request.Headers.IfNoneMatch.ToString().Contains(picture.Id, StringComparison.Ordinal))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = "image/jpeg";
        response.ContentLength = jpeg.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(jpeg, context.HttpContext.RequestAborted);
    }
}
