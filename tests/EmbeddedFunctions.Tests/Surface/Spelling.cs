using System.Reflection;

namespace EmbeddedFunctions.Tests.Surface;

/// <summary>Spells types as the listings do: C# keywords, nullable annotations, no namespaces.</summary>
static class Spelling
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
    };

    public static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, Annotations.Of(parameter, parameter.Member));

    public static string OfReturn(MethodInfo method) => Of(method.ReturnType, Annotations.Of(method.ReturnParameter, method));

    public static string Of(PropertyInfo property) => Of(property.PropertyType, Annotations.Of(property, property));

    public static string Of(FieldInfo field) => Of(field.FieldType, Annotations.Of(field, field));

    public static string Of(Type type) => Of(type, Annotations.None);

    /// <summary>The name of a type that is declared, with its outer types and its type parameters.</summary>
    public static string Declared(Type type)
    {
        var own = Generic(type.Name, type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(Of));
        return type.IsNested ? $"{Declared(type.DeclaringType!)}.{own}" : own;
    }

    static string Of(Type type, Annotations annotations)
    {
        if (type.IsByRef) return Of(type.GetElementType()!, annotations);
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value, annotations) + "?";
        // The compiler writes a flag for everything but plain value types.
        var annotated = (!type.IsValueType || type.IsGenericType) && annotations.Next() && !type.IsValueType;
        return Bare(type, annotations) + (annotated ? "?" : "");
    }

    static string Bare(Type type, Annotations annotations)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return Of(type.GetElementType()!, annotations) + "[]";
        if (type.IsGenericParameter) return type.Name;
        var name = type.IsNested ? $"{Declared(type.DeclaringType!)}.{type.Name}" : type.Name;
        return Generic(name, type.GetGenericArguments().Select(argument => Of(argument, annotations)));
    }

    static string Generic(string name, IEnumerable<string> arguments)
    {
        var tick = name.IndexOf('`');
        var list = string.Join(", ", arguments);
        return (tick < 0 ? name : name[..tick]) + (list.Length == 0 ? "" : $"<{list}>");
    }
}
