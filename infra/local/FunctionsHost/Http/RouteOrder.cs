using Microsoft.AspNetCore.Routing.Patterns;

namespace FunctionsHost.Http;

/// <summary>
/// The real host asks functions in the order of their names and takes the first whose route fits the address, however special
/// another one is. Here the most special one is taken, so the two must agree.
/// </summary>
static class RouteOrder
{
    /// <summary>
    /// The one that the real host calls where this host calls the other; null when both call the same, or no address fits both.
    /// </summary>
    public static (HttpTrigger Called, HttpTrigger Meant)? Differs(
        (HttpTrigger Trigger, RoutePattern Pattern) one, (HttpTrigger Trigger, RoutePattern Pattern) other)
    {
        if (!HaveOneMethod(one.Trigger, other.Trigger) || !Meet([.. one.Pattern.PathSegments], [.. other.Pattern.PathSegments]))
            return null;
        var (first, second) = string.Compare(one.Trigger.Function.Name, other.Trigger.Function.Name, StringComparison.OrdinalIgnoreCase) < 0
            ? (one, other)
            : (other, one);
        return first.Pattern.InboundPrecedence > second.Pattern.InboundPrecedence ? (first.Trigger, second.Trigger) : null;
    }

    /// <summary>No methods are all methods.</summary>
    public static bool HaveOneMethod(HttpTrigger one, HttpTrigger other) =>
        one.Methods.Count == 0 || other.Methods.Count == 0 || one.Methods.Intersect(other.Methods, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>Whether an address fits both.</summary>
    static bool Meet(ReadOnlySpan<RoutePatternPathSegment> some, ReadOnlySpan<RoutePatternPathSegment> others)
    {
        if (some.IsEmpty || others.IsEmpty) return MayEnd(some) && MayEnd(others);
        if (IsCatchAll(some[0]) || IsCatchAll(others[0])) return true;
        return Meet(some[0], others[0]) && Meet(some[1..], others[1..]) || MayEnd(some) && MayEnd(others);
    }

    static bool MayEnd(ReadOnlySpan<RoutePatternPathSegment> rest) => rest.IsEmpty
        || rest[0] is { Parts: [RoutePatternParameterPart { IsOptional: true } or RoutePatternParameterPart { IsCatchAll: true }] };

    static bool IsCatchAll(RoutePatternPathSegment segment) => segment is { Parts: [RoutePatternParameterPart { IsCatchAll: true }] };

    /// <summary>A parameter with a constraint is taken to know what it wants: it meets no fixed word.</summary>
    static bool Meet(RoutePatternPathSegment one, RoutePatternPathSegment other) => (Word(one), Word(other)) switch
    {
        ({ } word, { } second) => word.Equals(second, StringComparison.OrdinalIgnoreCase),
        (null, null) => true,
        (null, _) => IsFree(one),
        (_, null) => IsFree(other),
    };

    static string? Word(RoutePatternPathSegment segment) =>
        segment is { Parts: [RoutePatternLiteralPart literal] } ? literal.Content : null;

    static bool IsFree(RoutePatternPathSegment segment) =>
        segment.Parts.OfType<RoutePatternParameterPart>().All(parameter => parameter.ParameterPolicies.Count == 0);
}
