using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for HTTP requests on its route, which is the function's name unless <see cref="Route"/> says otherwise.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    public HttpTriggerAttribute()
    {
    }

    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) => (AuthLevel, Methods) = (authLevel, methods);

    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>Function level unless given, as in the real extension.</summary>
    public AuthorizationLevel AuthLevel { get; } = AuthorizationLevel.Function;

    /// <summary>Null or empty: every method.</summary>
    public string[]? Methods { get; }

    /// <summary>A route template without the prefix of <c>host.json</c>, with constraints: <c>cohorts/{id}/pairs/{pair:int?}</c>.</summary>
    public string? Route { get; set; }
}
