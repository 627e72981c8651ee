using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.Primitives;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>
/// An ASP.NET Core response in the worker's own terms: status, cookies and body go straight to it, headers when it starts.
/// Of several made for one request the last one counts, none once the function has failed.
/// </summary>
sealed class ServedResponseData : HttpResponseData
{
    readonly HttpResponse response;

    public ServedResponseData(HttpResponse response, FunctionContext context)
        : base(context)
    {
        this.response = response;
        Cookies = new ServedResponseCookies(response);
        response.HttpContext.Features.Set(this);
        if (!response.HasStarted) response.OnStarting(WriteHeadersAsync);
    }

    public override Stream Body
    {
        get => response.Body;
        set => response.Body = value;
    }

    public override HttpCookies Cookies { get; }

    public override HttpHeadersCollection Headers { get; set; } = [];

    public override HttpStatusCode StatusCode
    {
        get => (HttpStatusCode)response.StatusCode;
        set => response.StatusCode = (int)value;
    }

    public static void Forget(HttpContext http) => http.Features.Set<ServedResponseData>(null);

    Task WriteHeadersAsync()
    {
        if (response.HttpContext.Features.Get<ServedResponseData>() != this) return Task.CompletedTask;
        foreach (var (name, values) in Headers.NonValidated)
        {
            var texts = new StringValues([.. values]);
            response.Headers[name] = name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) ? StringValues.Concat(response.Headers[name], texts) : texts;
        }

        return Task.CompletedTask;
    }
}
