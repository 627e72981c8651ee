namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Gives the request behind an invocation in the worker's own terms.</summary>
public interface IHttpRequestDataFeature
{
    /// <returns>Null when no HTTP request started the function.</returns>
    ValueTask<HttpRequestData?> GetHttpRequestDataAsync(FunctionContext context);
}
