using System.Net;
using EmbeddedFunctions.Hosting.Durable;
using EmbeddedFunctions.Hosting.Http;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Telling a caller how to follow an orchestration.</summary>
public static class DurableTaskClientExtensions
{
    /// <exception cref="InvalidOperationException">Always, with ASP.NET Core types: take the asynchronous one.</exception>
    public static HttpResponseData CreateCheckStatusResponse(
        this DurableTaskClient client, HttpRequestData request, string instanceId, CancellationToken cancellation = default) =>
        client.CreateCheckStatusResponse(request, instanceId, HttpStatusCode.Accepted, cancellation);

    /// <inheritdoc cref="CreateCheckStatusResponse(DurableTaskClient, HttpRequestData, string, CancellationToken)"/>
    public static HttpResponseData CreateCheckStatusResponse(
        this DurableTaskClient client, HttpRequestData request, string instanceId, HttpStatusCode statusCode, CancellationToken cancellation = default)
    {
        var (response, body) = Answer(client, request, instanceId, statusCode);
        WorkerSerializer.Of(response.FunctionContext).Serialize(response.Body, body, body.GetType(), cancellation);
        return response;
    }

    /// <summary>202 with the addresses of the instance, and the one of its status in <c>Location</c>.</summary>
    public static Task<HttpResponseData> CreateCheckStatusResponseAsync(
        this DurableTaskClient client, HttpRequestData request, string instanceId, CancellationToken cancellation = default) =>
        client.CreateCheckStatusResponseAsync(request, instanceId, HttpStatusCode.Accepted, cancellation);

    /// <inheritdoc cref="CreateCheckStatusResponseAsync(DurableTaskClient, HttpRequestData, string, CancellationToken)"/>
    public static async Task<HttpResponseData> CreateCheckStatusResponseAsync(
        this DurableTaskClient client, HttpRequestData request, string instanceId, HttpStatusCode statusCode, CancellationToken cancellation = default)
    {
        var (response, body) = Answer(client, request, instanceId, statusCode);
        await WorkerSerializer.Of(response.FunctionContext).SerializeAsync(response.Body, body, body.GetType(), cancellation);
        return response;
    }

    /// <summary>The addresses of the instance, by the name that the caller used or, without a request, by the host's own.</summary>
    /// <exception cref="InvalidOperationException">The client does not come from a <see cref="DurableClientAttribute"/> parameter.</exception>
    public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId, HttpRequestData? request = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return ManagementLinks.Of(client).ForFunction(instanceId, request is null ? null : OriginOf(request));
    }

    static (HttpResponseData Response, Dictionary<string, string?> Body) Answer(
        DurableTaskClient client, HttpRequestData request, string instanceId, HttpStatusCode statusCode)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        var links = client.CreateHttpManagementPayload(instanceId, request);
        var response = request.CreateResponse(statusCode);
        response.Headers.Add("Location", links.StatusQueryGetUri);
        response.Headers.Add("Content-Type", "application/json");
        return (response, new()
        {
            ["id"] = links.Id,
            ["purgeHistoryDeleteUri"] = links.PurgeHistoryDeleteUri,
            ["sendEventPostUri"] = links.SendEventPostUri,
            ["statusQueryGetUri"] = links.StatusQueryGetUri,
            ["terminatePostUri"] = links.TerminatePostUri,
            ["suspendPostUri"] = links.SuspendPostUri,
            ["resumePostUri"] = links.ResumePostUri,
        });
    }

    static string OriginOf(HttpRequestData request) =>
        ForwardedOrigin.Of(name => request.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null, request.Url.Scheme)
        ?? request.Url.GetLeftPart(UriPartial.Authority);
}
