using System.Net;
using System.Net.Sockets;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Pages.Visitors;

/// <summary>Where a request comes from: which address, and which site's page.</summary>
static class RequestOrigin
{
    const int NetworkBytes = 8;

    /// <summary>
    /// The address that the nearest proxy, Azure's or the local host's front, saw: the last one that it wrote down, since
    /// whoever asks can write those before it. An IPv6 network of one household counts as one.
    /// </summary>
    public static string Source(HttpRequest request)
    {
        var last = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        if (!IPEndPoint.TryParse(last, out var seen))
            return request.HttpContext.Connection.RemoteIpAddress is { } direct ? Network(direct) : "";
        return Network(seen.Address);
    }

    /// <summary>
    /// Whether a page of another site made a browser post here. Browsers say so by themselves; older ones name the page's
    /// origin only. What names neither is no browser, and brings nobody's cookies along.
    /// </summary>
    public static bool IsOtherSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(WebAddress.TryRead(origin, out var page) && Hosts(request).Contains(page.Authority, StringComparer.OrdinalIgnoreCase));
    }

    static IEnumerable<string> Hosts(HttpRequest request) => [request.Host.Value ?? "", request.Headers["X-Forwarded-Host"].ToString()];

    static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes()[..NetworkBytes])
            : address.ToString();
    }
}
