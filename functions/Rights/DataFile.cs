using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Rights;

/// <summary>An export as a download that no browser and nothing on the way keeps.</summary>
public static class DataFile
{
    public static FileContentResult Of(HttpRequest request, DataExport export)
    {
        HtmlPage.Protect(request.HttpContext.Response.Headers, "default-src 'none'; frame-ancestors 'none'");
        return new(export.ToJson(), "application/json; charset=utf-8") { FileDownloadName = "my-data.json" };
    }
}
