using Azure;
using Azure.Storage.Blobs;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Links;

/// <summary>Addresses of single files in blob storage, for people without an account: certificates, flyers, the report.</summary>
public sealed class SignedFiles(LinkSigner signer, IOptions<WebOptions> web)
{
    internal const string Purpose = "file";

    /// <summary>An address that gives this one blob to whoever has it.</summary>
    /// <param name="container">The blob's container.</param>
    /// <param name="blob">The blob's name.</param>
    /// <param name="expiresAt">UTC.</param>
    public Uri AddressOf(string container, string blob, DateTimeOffset expiresAt) =>
        new(web.Value.BaseAddress, $"files/{signer.Sign(Purpose, expiresAt, container, blob)}");
}

/// <summary><c>GET /files/{token}</c>.</summary>
public sealed class SignedFileEndpoint(LinkSigner signer, BlobServiceClient blobs, NoticeAnswers notices, TimeProvider time)
{
    /// <summary>The report's page has its styles and pictures inside itself, and nothing else.</summary>
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

    /// <returns>The file; a page with 404 for a wrong or expired address and for a file that is not there any
    /// more, or empty since it was erased.</returns>
    [Function(nameof(GetSignedFile))]
    public async Task<IActionResult> GetSignedFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "files/{token}")] HttpRequest request, string token)
    {
        if (signer.Read(
            SignedFiles.Purpose, token, time.GetUtcNow()) is not { Validity: LinkValidity.Valid, Subject: [var container, var blob] })
            return notices.Page(request, UnknownAddressPage.Unknown);
        try
        {
            var file = await blobs.GetBlobContainerClient(container).GetBlobClient(blob)
                .DownloadStreamingAsync(cancellationToken: request.HttpContext.RequestAborted);
            if (file.Value.Details.ContentLength == 0) return notices.Page(request, UnknownAddressPage.Unknown);
            HtmlPage.Protect(request.HttpContext.Response.Headers, Policy);
            var type = file.Value.Details.ContentType;
            return new FileStreamResult(file.Value.Content, type)
            {
                FileDownloadName = type.StartsWith("text/html", StringComparison.Ordinal) ? "" : Path.GetFileName(blob),
            };
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return notices.Page(request, UnknownAddressPage.Unknown);
        }
    }
}
