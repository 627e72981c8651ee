using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Pages;

/// <summary>Serves the one stylesheet. Its address changes with its content, so that browsers keep it for a year.</summary>
public static class SiteStyle
{
    /// <summary>For a page that is to be seen without the app.</summary>
    public static string Text => System.Text.Encoding.UTF8.GetString(Content);

    static readonly byte[] Content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Pages", "Assets", "site.css"));

    /// <summary>Path of the stylesheet with a mark of its content.</summary>
    public static string Address { get; } = $"/assets/site.css?{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}";

    [Function(nameof(GetStylesheet))]
    public static IActionResult GetStylesheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/site.css")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return new FileContentResult(Content, "text/css; charset=utf-8");
    }
}
