using System.Text.RegularExpressions;
using FunctionsHost.Settings;
using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Functions;

/// <summary>Which functions of the app are served, and what must hold for them.</summary>
static partial class FunctionSelection
{
    static readonly string[] Known = ["httpTrigger", "timerTrigger", "orchestrationTrigger", "activityTrigger"];

    /// <summary>
    /// All, or those that <c>host.json</c> names, without those that the setting <c>AzureWebJobs.{name}.Disabled</c> turns off.
    /// </summary>
    public static bool IsServed(FunctionDescription function, HostJson hostJson, IConfiguration settings) =>
        (hostJson.Functions.Count == 0 || hostJson.Functions.Any(name => Is(function, name))) && !IsDisabled(function.Name, settings);

    /// <summary>Adds what would only show when a function is called.</summary>
    /// <param name="functions">Those that are served.</param>
    /// <param name="leftOut">Names of the app's others.</param>
    /// <param name="hostJson">May name functions.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public static void Check(
        IReadOnlyList<FunctionDescription> functions, IReadOnlyList<string> leftOut, HostJson hostJson, StartErrors errors)
    {
        var all = functions.Select(function => function.Name).Concat(leftOut);
        foreach (var name in hostJson.Functions.Except(all, StringComparer.OrdinalIgnoreCase))
            errors.Add($"host.json: functions names {name}, which the app does not have.");
        foreach (var function in functions)
        {
            if (!Name().IsMatch(function.Name))
                errors.Add($"Function \"{function.Name}\": a name is a letter and up to 127 letters, digits, dashes and underscores.");
            if (function.Trigger is not { } trigger) errors.Add($"Function {function.Name} has no trigger.");
            else if (!Known.Any(trigger.Is)) errors.Add($"Function {function.Name}: this host does not know its trigger, {trigger.Type}.");
        }

        foreach (var group in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1))
            errors.Add(
                $"The function name {group.Key} is taken more than once: "
                    + $"{string.Join(" and ", group.Select(function => function.Metadata.EntryPoint))}.");
    }

    /// <summary>With colons or double underscores for the dots where those cannot be.</summary>
    static bool IsDisabled(string function, IConfiguration settings) =>
        (settings[$"AzureWebJobs.{function}.Disabled"] ?? settings[$"AzureWebJobs:{function}:Disabled"]) is { } value
        && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    static bool Is(FunctionDescription function, string name) => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex Name();
}
