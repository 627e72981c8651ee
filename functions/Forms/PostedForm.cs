using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ilnp.Forms;

/// <summary>Reads a posted form within limits: what is larger than any form of ours is not read at all.</summary>
static class PostedForm
{
    const int LargestBody = 128 * 1024;
    const int MostValues = 200;

    /// <summary>Values by field name in their order; null when this is no form or too large.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody || !request.HasFormContentType) return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        try
        {
            var options = new FormOptions { ValueCountLimit = MostValues, ValueLengthLimit = LargestBody, KeyLengthLimit = 256, MultipartBodyLengthLimit = LargestBody };
            var form = await new FormFeature(request, options).ReadFormAsync(request.HttpContext.RequestAborted);
            return form.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()]);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
