using Microsoft.AspNetCore.Http;

namespace Ilnp.Intake;

/// <summary>Reads what is sent without trusting its length.</summary>
static class LimitedBody
{
    /// <summary>The bytes; null when there are more than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation) =>
        request.ContentLength > limit ? null : await ReadAsync(request.Body, limit, cancellation);

    /// <inheritdoc cref="ReadAsync(HttpRequest, int, CancellationToken)"/>
    public static async Task<byte[]?> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > limit) return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
