using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace EmbeddedFunctions.Tests.Surface;

/// <summary>Writes members as the listings do.</summary>
static class Declaration
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>What the compiler adds to records and the listings leave out.</summary>
    static readonly string[] OfRecords = ["Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract", "<Clone>$", "op_Equality", "op_Inequality"];

    /// <summary>The public and protected members of a type.</summary>
    public static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type)) yield break;
        foreach (var member in type.GetMembers(Declared).Where(member => !(IsGenerated(member) && OfRecords.Contains(member.Name))))
        {
            var text = member switch
            {
                ConstructorInfo constructor when !constructor.IsStatic && IsVisible(constructor) => Of(constructor),
                MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => Of(method),
                PropertyInfo property when property.GetAccessors(true).Any(IsVisible) => Of(property),
                FieldInfo field when field.IsPublic || field.IsFamily => Of(field),
                EventInfo => throw new NotSupportedException("Events are not compared yet."),
                _ => null,
            };
            if (text is not null) yield return text;
        }
    }

    public static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extension + string.Join(", ", method.GetParameters().Select(Of));
    }

    static string Of(ConstructorInfo constructor) => $"{Access(constructor)}ctor({Parameters(constructor)})";

    static string Of(MethodInfo method)
    {
        if (Operator(method) is { } name) return $"static {Spelling.OfReturn(method)} {name}({Parameters(method)})";
        var typeParameters = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Spelling.Of))}>" : "";
        var constraints = string.Concat(method.GetGenericArguments().Select(Constraint));
        return $"{Access(method)}{Modifier(method)}{Spelling.OfReturn(method)} {method.Name}{typeParameters}({Parameters(method)}){constraints}";
    }

    static string Of(PropertyInfo property)
    {
        var main = property.GetAccessors(true).First(IsVisible);
        var get = property.GetMethod is { } getter && IsVisible(getter) ? $"{Narrower(getter, main)}get; " : "";
        var set = property.SetMethod is { } setter && IsVisible(setter) ? $"{Narrower(setter, main)}{(IsInit(setter) ? "init" : "set")}; " : "";
        return $"{Access(main)}{Modifier(main)}{Spelling.Of(property)} {property.Name} {{ {get}{set}}}";
    }

    static string Of(FieldInfo field)
    {
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : "";
        return $"{kind}{Spelling.Of(field)} {field.Name}{value}";
    }

    static string Of(ParameterInfo parameter)
    {
        var prefix = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{prefix}{Spelling.Of(parameter)} {parameter.Name}{value}";
    }

    static string Default(ParameterInfo parameter) =>
        parameter.DefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? "default"
            : Value(parameter.DefaultValue);

    static string Value(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public static string Constraint(Type parameter)
    {
        if (!parameter.IsGenericParameter) return "";
        var kinds = new List<string>();
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) kinds.Add("class");
        kinds.AddRange(parameter.GetGenericParameterConstraints().Select(Spelling.Of));
        return kinds.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", kinds)}";
    }

    static string? Operator(MethodInfo method) => method.Name switch
    {
        "op_Equality" => "operator ==",
        "op_Inequality" => "operator !=",
        "op_Implicit" => "implicit operator",
        _ => null,
    };

    static string Modifier(MethodInfo method)
    {
        if (method.IsStatic) return "static ";
        if (method.DeclaringType!.IsInterface || !method.IsVirtual) return "";
        if (method.IsAbstract) return "abstract ";
        if (method.GetBaseDefinition() != method) return "override ";
        return method.IsFinal ? "" : "virtual ";
    }

    static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    static string Narrower(MethodInfo accessor, MethodInfo main) => accessor.IsPublic || !main.IsPublic ? "" : "protected ";

    static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member is PropertyInfo { Name: "EqualityContract" };
}
