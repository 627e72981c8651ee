using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ilnp.Intake.Import;

/// <summary>A file that somebody chose in a form.</summary>
/// <param name="Bytes">Its content; empty when none was chosen.</param>
/// <param name="IsTooLarge">Then it was not read.</param>
public sealed record Upload(byte[] Bytes, bool IsTooLarge = false)
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "file";

    /// <summary>What a form has around a file: boundaries and headers.</summary>
    const int Around = 16 * 1024;

    const int LongestBoundary = 70;

    /// <summary>Reads the file of a posted form without trusting its length, and without a copy on the disk.</summary>
    /// <exception cref="UnreadableRequest">It is no form, or broken.</exception>
    public static async Task<Upload> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > (long)limit + Around) return new([], IsTooLarge: true);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) throw new UnreadableRequest();
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary) throw new UnreadableRequest();
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most) most.MaxRequestBodySize = limit + Around;
        try
        {
            return await ReadAsync(new MultipartReader(boundary, request.Body), limit, request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new UnreadableRequest(); // a part without its end, headers that are none
        }
    }

    static async Task<Upload> ReadAsync(MultipartReader form, int limit, CancellationToken cancellation)
    {
        while (await form.ReadNextSectionAsync(cancellation) is { } section)
            if (section.GetContentDispositionHeader() is { } about && HeaderUtilities.RemoveQuotes(about.Name).Value == Field)
                return await LimitedBody.ReadAsync(section.Body, limit, cancellation) is { } bytes ? new(bytes) : new([], IsTooLarge: true);
        return new([]);
    }
}
