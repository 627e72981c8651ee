using Azure.Core;
using Azure.Identity;
using Ilnp.Mail.Senders;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Ilnp.Drive;

/// <summary>
/// A document library of SharePoint, or a OneDrive, by Microsoft Graph. Files go up in parts, so that a broken line loses one of them, and
/// only over the version that was looked at before: who writes at the same moment is seen. The client waits as long as Graph asks it to.
/// </summary>
sealed class GraphDrive : ISharedDrive, IDisposable
{
    /// <summary>Graph takes parts of a multiple of 320 KiB.</summary>
    const int Part = 10 * 320 * 1024;

    /// <summary>How often somebody may have been quicker.</summary>
    const int Tries = 3;

    readonly DriveOptions settings;
    readonly HttpClient http;
    readonly GraphServiceClient client;

    public GraphDrive(IOptions<DriveOptions> options, IOptions<GraphOptions> graph) :
        this(options.Value, graph.Value, GraphTokens.Credential(graph.Value))
    {
    }

    internal GraphDrive(DriveOptions settings, GraphOptions graph, TokenCredential credential)
    {
        this.settings = settings;
        http = GraphClientFactory.Create();
        client = new(http, new BaseBearerTokenAuthenticationProvider(new GraphTokens(credential, new(graph.BaseUrl))), graph.BaseUrl);
    }

    public bool IsOn => true;

    public Task<WrittenFile> WriteAsync(
        string path, ReadOnlyMemory<byte> content, IReadOnlyCollection<string> known, string aside, CancellationToken cancellation) =>
        TryAsync(async () =>
        {
            for (var tries = 0; tries < Tries; tries++)
            {
                var there = await FindAsync(path, cancellation);
                if (there is not null && IsChanged(there, known))
                {
                    if (!await RenameAsync(there, aside, cancellation)) continue;
                    there = null;
                }

                if (await UploadAsync(path, content, there, cancellation) is { ETag: { } tag } item)
                    return new WrittenFile(
                        tag,
                        item.WebUrl is { } address ? new(address) : null,
                        await FindAsync($"{path[..(path.LastIndexOf('/') + 1)]}{aside}", cancellation) is not null);
            }

            throw new DriveFailure(DriveFailure.Busy);
        });

    public Task DeleteAsync(string path, CancellationToken cancellation) => TryAsync(async () =>
    {
        if (await FindAsync(path, cancellation) is { Id: { } id })
            await client.Drives[settings.DriveId].Items[id].DeleteAsync(cancellationToken: cancellation);
        return true;
    });

    /// <summary>
    /// By a person: the library itself changes what an app has written, when it reads a workbook's properties, and names no user then.
    /// </summary>
    static bool IsChanged(DriveItem item, IReadOnlyCollection<string> known) =>
        item.LastModifiedBy?.User?.Id is { Length: > 0 } && !known.Contains(item.ETag ?? "");

    /// <summary>Of this very type: the builder that it derives from would ask for the drive itself.</summary>
    CustomDriveItemItemRequestBuilder At(string path) =>
        client.Drives[settings.DriveId].Items["root"].ItemWithPath(string.Join('/', [.. Folders(), path]));

    IEnumerable<string> Folders() => settings.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    async Task<DriveItem?> FindAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await At(path).GetAsync(
                request => request.QueryParameters.Select = ["id", "eTag", "webUrl", "lastModifiedBy"], cancellation);
        }
        catch (ApiException e) when (e.ResponseStatusCode == 404)
        {
            return null; // Not written yet, or somebody deleted it.
        }
    }

    /// <summary>False when somebody changed it meanwhile.</summary>
    async Task<bool> RenameAsync(DriveItem item, string name, CancellationToken cancellation)
    {
        try
        {
            await client.Drives[settings.DriveId].Items[item.Id].PatchAsync(
                new() { Name = name }, request => request.Headers.Add("If-Match", item.ETag ?? "*"), cancellation);
            return true;
        }
        catch (ApiException e) when (e.ResponseStatusCode is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Null when somebody wrote meanwhile.</summary>
    async Task<DriveItem?> UploadAsync(string path, ReadOnlyMemory<byte> content, DriveItem? over, CancellationToken cancellation)
    {
        try
        {
            var session = await At(path).CreateUploadSession.PostAsync(
                new CreateUploadSessionPostRequestBody
                {
                    Item = new()
                    {
                        AdditionalData = new Dictionary<string, object>
                        {
                            ["@microsoft.graph.conflictBehavior"] = over is null ? "fail" : "replace",
                        },
                    },
                },
                request =>
                {
                    if (over?.ETag is { } tag) request.Headers.Add("If-Match", tag);
                },
                cancellation);
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            var upload = new LargeFileUploadTask<DriveItem>(session!, stream, Part, client.RequestAdapter);
            return (await upload.UploadAsync(cancellationToken: cancellation)).ItemResponse;
        }
        catch (ApiException e) when (e.ResponseStatusCode is 409 or 412)
        {
            return null;
        }
    }

    static async Task<T> TryAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (ApiException e)
        {
            throw new DriveFailure(
                e.ResponseStatusCode switch
                {
                    401 or 403 => DriveFailure.Denied,
                    404 => DriveFailure.Missing,
                    423 => DriveFailure.Busy,
                    507 => DriveFailure.Full,
                    _ => DriveFailure.Away,
                },
                e);
        }
        catch (AuthenticationFailedException e)
        {
            throw new DriveFailure(DriveFailure.Denied, e);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new DriveFailure(DriveFailure.Away, e);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }
}
