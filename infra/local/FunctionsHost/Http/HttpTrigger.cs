using FunctionsHost.Functions;

namespace FunctionsHost.Http;

/// <summary>What an HTTP function is reached by.</summary>
/// <param name="Function">The function.</param>
/// <param name="Route">With the prefix of <c>host.json</c>, without a slash in front.</param>
/// <param name="Methods">In capitals; empty for every method.</param>
/// <param name="Level">Who may call it, in small letters.</param>
sealed record HttpTrigger(FunctionDescription Function, string Route, IReadOnlyList<string> Methods, string Level)
{
    const string Type = "httpTrigger";

    public static IEnumerable<HttpTrigger> Of(IEnumerable<FunctionDescription> functions, string prefix) => functions
        .Where(function => function.IsTriggeredBy(Type))
        .Select(function => Of(function, function.Trigger!, prefix));

    static HttpTrigger Of(FunctionDescription function, FunctionBinding trigger, string prefix)
    {
        var route = trigger.Text("route") ?? function.Name;
        return new(
            function,
            prefix.Length == 0 ? route : $"{prefix}/{route}",
            [.. trigger.Texts("methods").Select(method => method.ToUpperInvariant()).Distinct()],
            trigger.Text("authLevel")?.ToLowerInvariant() ?? "function");
    }
}
