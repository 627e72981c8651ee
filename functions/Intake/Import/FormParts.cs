using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ilnp.Intake.Import;

/// <summary>Reads the parts of a posted form without trusting its length, and without a copy on the disk.</summary>
static class FormParts
{
    /// <summary>What a form has around a file: boundaries and headers.</summary>
    const int Around = 16 * 1024;

    const int LongestBoundary = 70;

    /// <summary>Whether it says so, before any of it is read.</summary>
    public static bool IsTooLarge(HttpRequest request, int limit) => request.ContentLength > (long)limit + Around;

    /// <exception cref="UnreadableRequest">It is no form, or broken.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, int limit, Func<MultipartReader, Task<T>> read)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) throw new UnreadableRequest();
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
            throw new UnreadableRequest();
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = limit + Around;
        try
        {
            return await read(new(boundary, request.Body));
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new UnreadableRequest(); // a part without its end, headers that are none
        }
    }
}
