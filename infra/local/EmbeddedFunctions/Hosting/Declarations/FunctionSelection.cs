using EmbeddedFunctions.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace EmbeddedFunctions.Hosting.Declarations;

/// <summary>Which functions of the app are served: those that <c>host.json</c> names, if it names any, without those that a setting disables.</summary>
sealed record FunctionSelection(IReadOnlyList<FunctionDeclaration> Served, IReadOnlyList<string> Disabled)
{
    public static FunctionSelection Of(IReadOnlyList<FunctionDeclaration> all, HostJson hostJson, IConfiguration configuration, StartErrors errors)
    {
        foreach (var name in hostJson.Functions.Where(name => !all.Any(function => Is(function, name))))
            errors.Add($"host.json: functions names {name}, which the app does not have.");
        var named = hostJson.Functions.Count == 0 ? all : [.. all.Where(function => hostJson.Functions.Any(name => Is(function, name)))];
        var byState = named.ToLookup(function => IsDisabled(function.Name, configuration));
        return new([.. byState[false]], [.. byState[true].Select(function => function.Name)]);
    }

    /// <summary>By the real host's setting <c>AzureWebJobs.{name}.Disabled</c>, with colons or double underscores for the dots where those cannot be.</summary>
    static bool IsDisabled(string function, IConfiguration configuration) =>
        (configuration[$"AzureWebJobs.{function}.Disabled"] ?? configuration[$"AzureWebJobs:{function}:Disabled"]) is { } value
        && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    static bool Is(FunctionDeclaration function, string name) => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
