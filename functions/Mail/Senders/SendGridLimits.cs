using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Ilnp.Mail.Senders;

/// <summary>
/// How long SendGrid wants us to wait: it names no number beforehand, but says in each answer how many requests are left of a period and
/// when the next begins (<c>X-RateLimit-Remaining</c>, <c>X-RateLimit-Reset</c> in seconds since 1970). Pure.
/// </summary>
static class SendGridLimits
{
    static readonly TimeSpan Unnamed = TimeSpan.FromSeconds(30);

    /// <summary>No period is longer: what says otherwise is a mistake, and would stop all mail.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Until when no other request is to go, UTC; null where there is no need to wait.</summary>
    public static DateTimeOffset? HoldUntil(HttpStatusCode status, HttpResponseHeaders headers, DateTimeOffset now)
    {
        var isRefused = status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        if (!isRefused && Number(headers, "X-RateLimit-Remaining") is not <= 0) return null;
        var wished = headers.RetryAfter?.Date ?? now + headers.RetryAfter?.Delta
            ?? (Number(headers, "X-RateLimit-Reset") is { } reset and > 0 and < 253402300799
                ? DateTimeOffset.FromUnixTimeSeconds(reset)
                : null);
        var until = wished ?? now + Unnamed;
        return until <= now ? (isRefused ? now + Unnamed : null) : until > now + Longest ? now + Longest : until;
    }

    static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
