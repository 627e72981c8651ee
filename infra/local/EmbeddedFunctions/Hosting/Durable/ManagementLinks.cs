using EmbeddedFunctions.Hosting.Keys;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>The addresses by which one orchestration is asked after and steered; they carry the system key.</summary>
sealed class ManagementLinks(KeyRing keys, HostJson hostJson)
{
    /// <param name="origin">Scheme and authority that the caller used.</param>
    HttpManagementPayload For(string instanceId, string origin)
    {
        var instance = $"{origin}{ManagementApi.Root}/instances/{Uri.EscapeDataString(instanceId)}";
        var query = $"taskHub={hostJson.HubName}&connection={EmbeddedHostSettings.Storage}&code={keys.Keys.DurableTask}";
        return new()
        {
            Id = instanceId,
            StatusQueryGetUri = $"{instance}?{query}",
            SendEventPostUri = $"{instance}/raiseEvent/{{eventName}}?{query}",
            TerminatePostUri = $"{instance}/terminate?reason={{text}}&{query}",
            RewindPostUri = $"{instance}/rewind?reason={{text}}&{query}",
            PurgeHistoryDeleteUri = $"{instance}?{query}",
            RestartPostUri = $"{instance}/restart?{query}",
            SuspendPostUri = $"{instance}/suspend?reason={{text}}&{query}",
            ResumePostUri = $"{instance}/resume?reason={{text}}&{query}",
        };
    }

    /// <summary>202 with the links, where to ask, and when again.</summary>
    public IResult CheckStatus(HttpContext http, string instanceId)
    {
        var payload = For(instanceId, OriginOf(http.Request));
        http.Response.Headers.Location = payload.StatusQueryGetUri;
        http.Response.Headers.RetryAfter = "10";
        return Results.Json(payload, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>Null when the request is for this host's hub; there is no other.</summary>
    public IResult? RefuseOtherHub(HttpRequest request) =>
        request.Query["taskHub"].ToString() is { Length: > 0 } hub && !hub.Equals(hostJson.HubName, StringComparison.OrdinalIgnoreCase)
            ? ManagementApi.Error(StatusCodes.Status400BadRequest, $"This host serves task hub {hostJson.HubName} only.")
            : null;

    public static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
