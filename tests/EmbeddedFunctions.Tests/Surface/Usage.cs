using System.Reflection;

namespace EmbeddedFunctions.Tests.Surface;

/// <summary>Compares where an attribute may stand.</summary>
static class Usage
{
    public static IEnumerable<string> Differences(Type type, string? listed)
    {
        if (!typeof(Attribute).IsAssignableFrom(type)) yield break;
        var ours = type.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(AttributeUsageAttribute)) is null ? null : Written(type);
        if (ours != listed) yield return $"its usage is {ours ?? "not written"}, the real one's {listed ?? "is not written"}";
    }

    static string Written(Type type)
    {
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false)!;
        var targets = Enum.GetValues<AttributeTargets>()
            .Where(target => target != AttributeTargets.All && usage.ValidOn.HasFlag(target))
            .Select(target => $"AttributeTargets.{target}");
        var named = type.GetCustomAttributesData().First(data => data.AttributeType == typeof(AttributeUsageAttribute)).NamedArguments
            .Select(argument => $", {argument.MemberName} = {((bool)argument.TypedValue.Value! ? "true" : "false")}");
        return $"[AttributeUsage({string.Join(" | ", targets)}{string.Concat(named)})]";
    }
}
