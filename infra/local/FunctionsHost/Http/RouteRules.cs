using FunctionsHost.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FunctionsHost.Http;

/// <summary>What must hold for the routes of an app.</summary>
static class RouteRules
{
    /// <summary>The real host keeps these to itself.</summary>
    static readonly string[] Reserved = ["admin", "runtime"];

    /// <param name="policies">Knows the route constraints.</param>
    public static void Check(IReadOnlyList<HttpTrigger> triggers, ParameterPolicyFactory policies, StartErrors errors)
    {
        var routes = triggers.Select(trigger => (Trigger: trigger, Pattern: Parse(trigger, policies, errors)!))
            .Where(route => route.Pattern is not null).ToList();
        foreach (var same in routes.GroupBy(route => Shape(route.Pattern), StringComparer.OrdinalIgnoreCase))
        {
            var members = same.ToList();
            for (var i = 0; i < members.Count; i++)
            {
                foreach (var other in members.Skip(i + 1).Where(other => RouteOrder.HaveOneMethod(members[i].Trigger, other.Trigger)))
                {
                    errors.Add(
                        $"Functions {members[i].Trigger.Function.Name} and {other.Trigger.Function.Name} have the same route, "
                            + $"/{other.Pattern.RawText}, for the same method.");
                }
            }
        }

        for (var i = 0; i < routes.Count; i++)
        {
            foreach (var other in routes.Skip(i + 1))
            {
                if (RouteOrder.Differs(routes[i], other) is not var (called, meant)) continue;
                errors.Add(
                    $"An address of function {meant.Function.Name}, /{meant.Route}, also fits {called.Function.Name}, "
                    + $"/{called.Route}, which the real host "
                    + "calls instead since its name comes first: change a route, or the names.");
            }
        }
    }

    static RoutePattern? Parse(HttpTrigger trigger, ParameterPolicyFactory policies, StartErrors errors)
    {
        try
        {
            var pattern = RoutePatternFactory.Parse(trigger.Route);
            foreach (var parameter in pattern.Parameters)
            {
                foreach (var policy in parameter.ParameterPolicies) policies.Create(parameter, policy);
            }

            if (pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart literal] }, ..]
                && Reserved.Contains(literal.Content, StringComparer.OrdinalIgnoreCase))
                errors.Add($"Function {trigger.Function.Name}: routes under /{literal.Content} belong to the host.");
            return pattern;
        }
        catch (Exception e) when (e is RoutePatternException or InvalidOperationException or RouteCreationException)
        {
            errors.Add($"Function {trigger.Function.Name}: its route \"{trigger.Route}\" cannot be used: {e.Message}");
            return null;
        }
    }

    /// <summary>The route without its parameters' names.</summary>
    static string Shape(RoutePattern pattern) =>
        string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shape))));

    static string Shape(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter =>
            $"{{{(parameter.IsCatchAll ? "*" : "")}:{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
        _ => "",
    };
}
