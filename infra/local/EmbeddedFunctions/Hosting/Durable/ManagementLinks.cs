using System.Runtime.CompilerServices;
using EmbeddedFunctions.Hosting.Keys;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>The addresses by which one orchestration is asked after and steered; they carry the system key.</summary>
sealed class ManagementLinks(KeyRing keys, HostJson hostJson, BoundAddresses addresses)
{
    /// <summary>The name by which the real extension calls its default connection.</summary>
    const string Connection = "Storage";

    static readonly ConditionalWeakTable<DurableTaskClient, ManagementLinks> Known = [];

    /// <exception cref="InvalidOperationException">The client is of no Functions host.</exception>
    public static ManagementLinks Of(DurableTaskClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Known.TryGetValue(client, out var links) ? links : throw new InvalidOperationException(
            "Failed to create HTTP management payload as base URL is null. Take the client from a [DurableClient] parameter.");
    }

    public void Attach(DurableTaskClient client) => Known.AddOrUpdate(client, this);

    /// <summary>As the API itself answers a start: with hub and connection, and all operations.</summary>
    /// <param name="origin">Scheme and authority that the caller used.</param>
    public HttpManagementPayload ForCaller(string instanceId, string origin)
    {
        var common = $"taskHub={hostJson.HubName}&connection={Connection}&code={keys.Keys.DurableTask}";
        var links = new Addresses(origin, instanceId, common);
        return new()
        {
            Id = instanceId,
            StatusQueryGetUri = links.Of(""),
            SendEventPostUri = links.Of("/raiseEvent/{eventName}"),
            TerminatePostUri = links.Of("/terminate", "reason={text}&"),
            RewindPostUri = links.Of("/rewind", "reason={text}&"),
            PurgeHistoryDeleteUri = links.Of(""),
            RestartPostUri = links.Of("/restart"),
            SuspendPostUri = links.Of("/suspend", "reason={text}&"),
            ResumePostUri = links.Of("/resume", "reason={text}&"),
        };
    }

    /// <summary>As a function's client makes them: no restart or rewind, and nothing but the key in the query.</summary>
    /// <param name="origin">Null: where the host listens.</param>
    public HttpManagementPayload ForFunction(string instanceId, string? origin)
    {
        var links = new Addresses(origin ?? addresses.First.TrimEnd('/'), instanceId, $"code={keys.Keys.DurableTask}");
        return new()
        {
            Id = instanceId,
            PurgeHistoryDeleteUri = links.Of(""),
            SendEventPostUri = links.Of("/raiseEvent/{eventName}"),
            StatusQueryGetUri = links.Of(""),
            TerminatePostUri = links.Of("/terminate", "reason={text}&"),
            SuspendPostUri = links.Of("/suspend", "reason={text}&"),
            ResumePostUri = links.Of("/resume", "reason={text}&"),
        };
    }

    /// <summary>202 with the links, where to ask, and when again.</summary>
    public IResult CheckStatus(HttpContext http, string instanceId)
    {
        var payload = ForCaller(instanceId, OriginOf(http.Request));
        http.Response.Headers.Location = payload.StatusQueryGetUri;
        http.Response.Headers.RetryAfter = "10";
        return ManagementApi.Json(payload, StatusCodes.Status202Accepted);
    }

    /// <summary>Null when the request is for this host's hub; there is no other.</summary>
    public IResult? RefuseOtherHub(HttpRequest request) =>
        request.Query["taskHub"].ToString() is { Length: > 0 } hub && !hub.Equals(hostJson.HubName, StringComparison.OrdinalIgnoreCase)
            ? ManagementApi.Error(StatusCodes.Status400BadRequest, $"This host serves task hub {hostJson.HubName} only.")
            : null;

    /// <summary>What the caller used; behind a proxy what that says, if <c>host.json</c> tells to believe it.</summary>
    public string OriginOf(HttpRequest request) =>
        (hostJson.UseForwardedHost ? ForwardedOrigin.Of(name => request.Headers[name].FirstOrDefault(), request.Scheme) : null)
        ?? $"{request.Scheme}://{request.Host}";

    readonly record struct Addresses(string Origin, string InstanceId, string Query)
    {
        public string Of(string operation, string first = "") =>
            $"{Origin}{ManagementApi.Root}/instances/{Uri.EscapeDataString(InstanceId)}{operation}?{first}{Query}";
    }
}
