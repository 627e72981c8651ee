using Microsoft.AspNetCore.Http;

namespace Ilnp.Intake;

/// <summary>Reads a request's body without trusting its length.</summary>
static class LimitedBody
{
    /// <summary>The bytes; null when there are more than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit) return null;
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > limit) return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
