using System.Reflection;

namespace EmbeddedFunctions.Tests.Surface;

/// <summary>Compares how a type is declared: its kind, modifiers, base type and interfaces.</summary>
static class Header
{
    public static IEnumerable<string> Differences(Type type, string listed)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            var whole = type.IsEnum ? OfEnum(type) : OfDelegate(type);
            if (Bare(whole) != Bare(listed)) yield return $"is declared as \"{whole}\"";
            yield break;
        }

        var (declaration, bases) = Split(listed);
        var ours = $"{Modifiers(type)}{Kind(type, declaration)} {Spelling.Declared(type)}";
        if (ours != declaration) yield return $"is declared as \"{ours}\"";
        var inherited = type.GetInterfaces().Append(type.BaseType!).Where(parent => parent is not null).ToDictionary(Spelling.Of, parent => parent);
        foreach (var missing in bases.Where(parent => !inherited.ContainsKey(parent))) yield return $"does not derive from {missing}";
        foreach (var extra in inherited.Where(parent => !Implied(parent.Value, bases, inherited))) yield return $"derives from {extra.Key}";
    }

    static bool Implied(Type parent, IReadOnlyCollection<string> bases, Dictionary<string, Type> inherited) =>
        parent == typeof(object) || parent == typeof(ValueType) || bases.Contains(Spelling.Of(parent))
        || bases.Any(name => inherited.TryGetValue(name, out var known) && parent.IsAssignableFrom(known));

    static (string Declaration, IReadOnlyCollection<string> Bases) Split(string listed)
    {
        var where = listed.IndexOf(" where ", StringComparison.Ordinal);
        var text = where < 0 ? listed : listed[..where];
        var colon = text.IndexOf(" : ", StringComparison.Ordinal);
        return colon < 0 ? (text, []) : (text[..colon], Commas(text[(colon + 3)..]));
    }

    static List<string> Commas(string text)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '<') depth++;
            if (i < text.Length && text[i] == '>') depth--;
            if (i < text.Length && (text[i] != ',' || depth > 0)) continue;
            parts.Add(text[start..i].Trim());
            start = i + 1;
        }

        return parts;
    }

    /// <summary>Records are told from classes by the compiler's clone method; record structs by what the listing says.</summary>
    static string Kind(Type type, string declaration)
    {
        if (type.IsInterface) return "interface";
        if (type.IsValueType) return declaration.Contains("record struct", StringComparison.Ordinal) ? "record struct" : "struct";
        return type.GetMethod("<Clone>$") is null ? "class" : "record";
    }

    static string Modifiers(Type type)
    {
        if (type.IsInterface) return "";
        if (type.IsValueType) return type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute)) ? "readonly " : "";
        return type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
    }

    static string OfEnum(Type type) =>
        $"enum {Spelling.Declared(type)} {{ {string.Join(", ", Enum.GetNames(type).Select(name => $"{name} = {(int)Enum.Parse(type, name)}"))} }}";

    static string OfDelegate(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        return $"delegate {Spelling.OfReturn(invoke)} {Spelling.Declared(type)}({Declaration.Parameters(invoke)})";
    }

    /// <summary>Enum members may carry attributes, in any place.</summary>
    static string Bare(string text)
    {
        var start = text.IndexOf("[Obsolete", StringComparison.Ordinal);
        if (start < 0) return text;
        return Bare(text[..start] + Attributes.Strip(text[start..]));
    }
}
