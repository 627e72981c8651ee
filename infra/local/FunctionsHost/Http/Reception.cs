using Microsoft.AspNetCore.Http;

namespace FunctionsHost.Http;

/// <summary>What happens to a request before anything looks at its address.</summary>
/// <param name="hosts">Names that requests may be for; null for any.</param>
/// <param name="headers">Those of <c>host.json</c>, on every answer.</param>
sealed class Reception(IReadOnlySet<string>? hosts, IReadOnlyDictionary<string, string> headers)
{
    public Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            foreach (var (name, value) in headers) http.Response.Headers[name] = value;
            return Task.CompletedTask;
        });
        if (hosts?.Contains(http.Request.Host.Host) == false)
            return SayAsync(
                http,
                StatusCodes.Status421MisdirectedRequest,
                "This host does not serve that name. FunctionsHost:Hosts lists further ones.");
        // as Azure's front end: the last one is who called it
        http.Request.Headers.Append("X-Forwarded-For", http.Connection.RemoteIpAddress?.ToString());
        return next(http);
    }

    /// <summary>Where the real host says nothing, a sentence for the person who looks.</summary>
    public static Task SayAsync(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.WriteAsync($"{sentence}\n", http.RequestAborted);
    }
}
