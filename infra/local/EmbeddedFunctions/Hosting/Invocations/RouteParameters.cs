using Microsoft.AspNetCore.Routing.Patterns;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>The names between braces of a route.</summary>
static class RouteParameters
{
    /// <summary>Empty for a route that cannot be read; its own rule reports that.</summary>
    public static IReadOnlySet<string> In(string route)
    {
        try
        {
            return RoutePatternFactory.Parse(route).Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (RoutePatternException)
        {
            return new HashSet<string>();
        }
    }
}
