using System.Diagnostics.CodeAnalysis;

namespace Ilnp.Texts;

/// <summary>Whole addresses of the web, as somebody wrote them.</summary>
public static class WebAddress
{
    /// <summary>
    /// Reads only what begins with http:// or https:// and names a host. Asked about anything, .NET's own reading takes file names for
    /// addresses, and throws at some of them: two backslashes before a sign that turns the direction.
    /// </summary>
    public static bool TryRead([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return text is not null && (Begins(text, Uri.UriSchemeHttps) || Begins(text, Uri.UriSchemeHttp))
            && Uri.TryCreate(text, UriKind.Absolute, out address) && address.Host.Length > 0;
    }

    static bool Begins(string text, string scheme) => text.StartsWith($"{scheme}://", StringComparison.OrdinalIgnoreCase);
}
