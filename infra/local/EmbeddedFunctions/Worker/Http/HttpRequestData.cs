using System.Collections.Specialized;
using System.Security.Claims;
using System.Web;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>An HTTP request in the worker's own terms.</summary>
public abstract class HttpRequestData
{
    NameValueCollection? query;

    public HttpRequestData(FunctionContext functionContext) => FunctionContext = functionContext;

    public abstract Stream Body { get; }

    public abstract IReadOnlyCollection<IHttpCookie> Cookies { get; }

    public FunctionContext FunctionContext { get; }

    public abstract HttpHeadersCollection Headers { get; }

    public abstract IEnumerable<ClaimsIdentity> Identities { get; }

    public abstract string Method { get; }

    public virtual NameValueCollection Query => query ??= HttpUtility.ParseQueryString(Url.Query);

    public abstract Uri Url { get; }

    /// <summary>An answer to this request, 200 until its status is set.</summary>
    public abstract HttpResponseData CreateResponse();
}
