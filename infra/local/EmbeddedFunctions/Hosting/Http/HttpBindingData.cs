using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>
/// What a request brings by name: route values, then query values, and all of the query and of the headers as JSON under
/// <c>Query</c> and <c>Headers</c>.
/// </summary>
static class HttpBindingData
{
    public static IReadOnlyDictionary<string, object?> Of(HttpRequest request)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Query"] = JsonSerializer.Serialize(query),
            ["Headers"] = JsonSerializer.Serialize(request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString())),
        };
        foreach (var (name, value) in query) data.TryAdd(name, value);
        foreach (var (name, value) in request.HttpContext.GetRouteData().Values) data[name] = value;
        return data;
    }
}
