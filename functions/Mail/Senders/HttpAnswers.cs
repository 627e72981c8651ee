namespace Ilnp.Mail.Senders;

/// <summary>
/// What a provider's HTTP answer says about a mail. Certainly not sent: the request was refused (4xx), or the provider's own
/// answer says that it failed (500, 503). A gateway's 502 or 504, and a connection that broke after it stood, leave it open.
/// </summary>
static class HttpAnswers
{
    /// <param name="status">The HTTP status.</param>
    /// <param name="providerId">The provider's id of an accepted mail.</param>
    public static SendResult Of(int status, string? providerId = null) => status switch
    {
        >= 200 and < 300 => new SendResult.Accepted(providerId),
        // Our key or permission is wrong: nothing about this mail. It goes out once that is mended.
        401 or 403 or 408 or 429 or 500 or 503 => new SendResult.TryLater($"http-{status}"),
        >= 500 => new SendResult.Unclear($"http-{status}"),
        _ => new SendResult.Refused($"http-{status}"),
    };

    public static SendResult Of(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => new SendResult.TryLater($"no-connection-{e.HttpRequestError}"),
        _ => new SendResult.Unclear("connection-lost"),
    };
}
