using FunctionsHost.Keys;
using FunctionsHost.Settings;
using Microsoft.AspNetCore.Http;

namespace FunctionsHost.Durable.Management;

/// <summary>The addresses by which one orchestration is asked after and steered; they carry the system key.</summary>
sealed class ManagementLinks(KeyRing keys, HostJson hostJson)
{
    /// <summary>The name by which the real extension calls its default connection.</summary>
    const string Connection = "Storage";

    /// <summary>As the API itself answers a start: with hub and connection, and all operations.</summary>
    /// <param name="origin">Scheme and authority that the caller used.</param>
    public InstanceLinks ForCaller(string instanceId, string origin)
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

    /// <summary>What a function's client adds to the addresses that it makes itself.</summary>
    public string ClientQuery => $"code={keys.Keys.DurableTask}";

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
