using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Storage;

namespace Ilnp.Reports;

/// <summary>
/// Reports as blobs: container <c>reports</c>, <c>&lt;cohort&gt;/report.html</c> and <c>.xlsx</c>. A later one replaces the earlier.
/// </summary>
public sealed class ReportStore(BlobServiceClient service)
{

    /// <summary>Name of the container.</summary>
    public const string Container = "reports";

    /// <summary>There on pages that quote nobody.</summary>
    const string Quotes = "quotes";

    readonly BlobContainerClient reports = service.GetBlobContainerClient(Container);

    /// <summary>Name of a cohort's page in it.</summary>
    public static string PageName(string cohortId) => $"{cohortId}/report.html";

    public async Task PutAsync(string cohortId, string page, byte[] workbook, CancellationToken cancellation = default)
    {
        await reports.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await UploadAsync(WorkbookName(cohortId), BinaryData.FromBytes(workbook), Spreadsheet.ContentType, cancellation);
        await UploadAsync(PageName(cohortId), BinaryData.FromString(page), "text/html; charset=utf-8", cancellation);
    }

    /// <summary>A page that quotes nobody, without a workbook; it is not written anew any more.</summary>
    public async Task PutWithoutQuotesAsync(string cohortId, string page, CancellationToken cancellation = default)
    {
        await reports.GetBlobClient(WorkbookName(cohortId)).DeleteIfExistsAsync(cancellationToken: cancellation);
        await UploadAsync(
            PageName(cohortId), BinaryData.FromString(page), "text/html; charset=utf-8", cancellation, new() { [Quotes] = "none" });
    }

    /// <summary>Whether there is a report that may quote people.</summary>
    public async Task<bool> HasQuotesAsync(string cohortId, CancellationToken cancellation = default)
    {
        try
        {
            return !(await reports.GetBlobClient(PageName(cohortId)).GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata
                .ContainsKey(Quotes);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    /// <summary>The page, or null before the first report.</summary>
    public async Task<string?> FindPageAsync(string cohortId, CancellationToken cancellation = default) =>
        (await FindAsync(PageName(cohortId), cancellation))?.ToString();

    /// <summary>The workbook, or null before the first report.</summary>
    public async Task<byte[]?> FindWorkbookAsync(string cohortId, CancellationToken cancellation = default) =>
        (await FindAsync(WorkbookName(cohortId), cancellation))?.ToArray();

    static string WorkbookName(string cohortId) => $"{cohortId}/report.xlsx";

    Task UploadAsync(
        string name, BinaryData content, string type, CancellationToken cancellation, Dictionary<string, string>? metadata = null) =>
        reports.GetBlobClient(name)
            .UploadAsync(content, new BlobUploadOptions { HttpHeaders = new() { ContentType = type }, Metadata = metadata }, cancellation);

    async Task<BinaryData?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await reports.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
