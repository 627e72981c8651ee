using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>An ASP.NET Core request in the worker's own terms.</summary>
sealed class ServedRequestData(HttpRequest request, FunctionContext context) : HttpRequestData(context)
{
    IReadOnlyCollection<IHttpCookie>? cookies;
    HttpHeadersCollection? headers;

    public override Stream Body => request.Body;

    public override IReadOnlyCollection<IHttpCookie> Cookies =>
        cookies ??= [.. request.Cookies.Select(cookie => new HttpCookie(cookie.Key, cookie.Value))];

    public override HttpHeadersCollection Headers =>
        headers ??= new(request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.OfType<string>())));

    public override IEnumerable<ClaimsIdentity> Identities => request.HttpContext.User.Identities;

    public override string Method => request.Method;

    public override Uri Url { get; } = new(request.GetEncodedUrl());

    public override HttpResponseData CreateResponse() => new ServedResponseData(request.HttpContext.Response, FunctionContext);
}

/// <summary>One request object for each invocation.</summary>
sealed class ServedRequestDataFeature(HttpRequest request) : IHttpRequestDataFeature
{
    ServedRequestData? data;

    public ValueTask<HttpRequestData?> GetHttpRequestDataAsync(FunctionContext context) => new(data ??= new(request, context));
}
