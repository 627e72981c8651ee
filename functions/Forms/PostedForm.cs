using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ilnp.Forms;

/// <summary>Reads a posted form within limits: what is larger than any form of ours is not read at all.</summary>
static class PostedForm
{
    const int LargestBody = 128 * 1024;
    const int MostValues = 200;

    /// <summary>Values by field name in their order.</summary>
    /// <param name="request">What was posted, untrusted.</param>
    /// <param name="most">Values that the longest form has.</param>
    /// <exception cref="UnreadableRequest">It is no form, too large, or broken.</exception>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadAsync(HttpRequest request, int most = MostValues)
    {
        var form = await ReadAsync(request, most, LargestBody);
        return form.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()]);
    }

    /// <summary>Values and files, which stay in memory.</summary>
    /// <param name="request">What was posted, untrusted.</param>
    /// <param name="largest">Bytes of all of it.</param>
    /// <exception cref="UnreadableRequest">It is no form, too large, or broken.</exception>
    public static Task<IFormCollection> ReadWithFilesAsync(HttpRequest request, int largest) => ReadAsync(request, MostValues, largest);

    static async Task<IFormCollection> ReadAsync(HttpRequest request, int most, int largest)
    {
        if (request.ContentLength > largest) throw new UnreadableRequest(StatusCodes.Status413PayloadTooLarge);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = largest;
        try
        {
            var options = new FormOptions
            {
                ValueCountLimit = most,
                ValueLengthLimit = largest,
                KeyLengthLimit = 256,
                MultipartBodyLengthLimit = largest,
                MemoryBufferThreshold = largest,
            };
            return await new FormFeature(request, options).ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            throw new UnreadableRequest(e.StatusCode);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException
            or NotSupportedException or ArgumentException or IOException)
        {
            throw new UnreadableRequest(); // a boundary or charset that is none, too many fields, a part without its end
        }
    }
}
