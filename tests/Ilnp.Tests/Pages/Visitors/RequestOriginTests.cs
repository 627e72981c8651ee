using System.Net;
using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Tests.Pages.Visitors;

public sealed class RequestOriginTests
{
    [Theory]
    [InlineData(null, "10.0.0.9")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.7:51034", "203.0.113.7")]
    [InlineData("1.1.1.1, 203.0.113.7:51034", "203.0.113.7")]
    [InlineData("[2001:db8:1:2:aaaa::1]:443", "20010DB800010002")]
    [InlineData("2001:db8:1:2:bbbb::2", "20010DB800010002")]
    [InlineData("nobody", "10.0.0.9")]
    public void GivenAProxysWord_WhenASourceIsRead_ThenItIsTheLastThatTheProxySaw(string? forwarded, string source)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("10.0.0.9") } };
        if (forwarded is not null) http.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(source, RequestOrigin.Source(http.Request));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("same-origin", null, false)]
    [InlineData("none", null, false)]
    [InlineData("cross-site", null, true)]
    [InlineData("same-site", "https://ilnp.example", true)]
    [InlineData(null, "https://ilnp.example", false)]
    [InlineData(null, "https://ilnp.example:8443", true)]
    [InlineData(null, "https://public.example", false)]
    [InlineData(null, "https://evil.example", true)]
    [InlineData(null, "null", true)]
    [InlineData(null, "\\\\\u202E", true)]
    public void GivenABrowsersWord_WhenAPostComes_ThenOtherSitesAreKnown(string? fetchSite, string? origin, bool isOther)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new("ilnp.example");
        request.Headers["X-Forwarded-Host"] = "public.example";
        if (fetchSite is not null) request.Headers["Sec-Fetch-Site"] = fetchSite;
        if (origin is not null) request.Headers.Origin = origin;
        Assert.Equal(isOther, RequestOrigin.IsOtherSite(request));
    }
}
