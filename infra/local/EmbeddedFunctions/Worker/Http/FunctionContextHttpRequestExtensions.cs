using EmbeddedFunctions.Hosting.Http;
using Microsoft.Azure.Functions.Worker.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The HTTP request behind an invocation, and the answer that the function gave, in the worker's own terms.</summary>
public static class FunctionContextHttpRequestExtensions
{
    /// <summary>Null when the function was not started by an HTTP request.</summary>
    public static ValueTask<HttpRequestData?> GetHttpRequestDataAsync(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IHttpRequestDataFeature>()?.GetHttpRequestDataAsync(context) ?? default;
    }

    /// <summary>Null before the function has run, and when it answered by other types.</summary>
    public static HttpResponseData? GetHttpResponseData(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetInvocationResult().Value as HttpResponseData ?? HttpOutput.Of(context)?.Value as HttpResponseData;
    }
}
