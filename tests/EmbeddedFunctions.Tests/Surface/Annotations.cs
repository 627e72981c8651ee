using System.Reflection;

namespace EmbeddedFunctions.Tests.Surface;

/// <summary>
/// The <c>?</c> that stand in the source, as the compiler wrote them down: one flag for each part of a type, outer parts
/// first, or one flag for all (github.com/dotnet/roslyn, docs/features/nullable-metadata.md).
/// </summary>
sealed class Annotations(IReadOnlyList<byte> flags)
{
    const byte Annotated = 2;
    int next;

    public static Annotations None => new([0]);

    public static Annotations Of(ICustomAttributeProvider declared, MemberInfo member) => new(OwnFlags(declared) ?? [ContextOf(member)]);

    /// <summary>Whether the next part has one.</summary>
    public bool Next() => flags[flags.Count == 1 ? 0 : next++] == Annotated;

    static List<byte>? OwnFlags(ICustomAttributeProvider declared)
    {
        var argument = Argument(declared, "System.Runtime.CompilerServices.NullableAttribute");
        if (argument is byte flag) return [flag];
        return (argument as IEnumerable<CustomAttributeTypedArgument>)?.Select(element => (byte)element.Value!).ToList();
    }

    static byte ContextOf(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            if (Argument(member, "System.Runtime.CompilerServices.NullableContextAttribute") is byte flag) return flag;
            if (member is PropertyInfo property && property.GetAccessors(true).Select(accessor => (byte?)Argument(accessor, "System.Runtime.CompilerServices.NullableContextAttribute")).FirstOrDefault(flag => flag is not null) is { } accessors)
                return accessors;
        }

        return 0;
    }

    static object? Argument(ICustomAttributeProvider declared, string attribute)
    {
        var data = declared switch
        {
            MemberInfo member => member.CustomAttributes,
            ParameterInfo parameter => parameter.CustomAttributes,
            _ => [],
        };
        return data.FirstOrDefault(found => found.AttributeType.FullName == attribute)?.ConstructorArguments[0].Value;
    }
}
