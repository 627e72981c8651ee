namespace EmbeddedFunctions.Tests.Surface;

/// <summary>One public type as a listing has it.</summary>
/// <param name="Name">With namespace, outer types and type parameters: <c>A.B.C&lt;T&gt;</c>.</param>
/// <param name="Header">The declaration without its attributes.</param>
/// <param name="Usage">The <c>AttributeUsage</c>, or null when none is written there.</param>
/// <param name="Members">Without their attributes.</param>
sealed record ListedType(string Name, string Header, string? Usage, IReadOnlySet<string> Members);

/// <summary>Reads the listings of the real assemblies in <c>Listings/</c>.</summary>
static class Listing
{
    public static IReadOnlyDictionary<string, ListedType> ReadAll() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Surface", "Listings"), "*.txt")
            .SelectMany(file => Read(File.ReadAllLines(file)))
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Merge, StringComparer.Ordinal);

    /// <summary>Several assemblies may declare a static class of one name, such as <c>ServiceCollectionExtensions</c>.</summary>
    static ListedType Merge(IGrouping<string, ListedType> same) =>
        same.First() with { Members = same.SelectMany(type => type.Members).ToHashSet(StringComparer.Ordinal) };

    static IEnumerable<ListedType> Read(IEnumerable<string> lines)
    {
        var (space, usage) = ("", (string?)null);
        var open = new Stack<(int Depth, string Name, string Header, string? Usage, HashSet<string> Members)>();
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("[assembly", StringComparison.Ordinal)))
        {
            var depth = line.Length - line.TrimStart().Length;
            while (open.Count > 0 && open.Peek().Depth >= depth) yield return Close(open.Pop());
            var text = Attributes.Strip(line.Trim());
            if (depth == 0)
            {
                space = text["namespace ".Length..];
            }
            else if (text.Length == 0)
            {
                usage = line.Trim().StartsWith("[AttributeUsage", StringComparison.Ordinal) ? line.Trim() : usage;
            }
            else if (TypeName.OfHeader(text) is { } name)
            {
                if (open.TryPeek(out var outer) && !name.Contains('.', StringComparison.Ordinal)) // nested enumerations are listed by their own name only
                {
                    var inside = $"{outer.Name[(space.Length + 1)..]}.{name}";
                    (name, text) = (inside, text.Replace(name, inside, StringComparison.Ordinal));
                }

                open.Push((depth, $"{space}.{name}", text, usage, []));
                usage = null;
            }
            else
            {
                open.Peek().Members.Add(text);
            }
        }

        while (open.Count > 0) yield return Close(open.Pop());
    }

    static ListedType Close((int Depth, string Name, string Header, string? Usage, HashSet<string> Members) type) =>
        new(type.Name, type.Header, type.Usage, type.Members);
}

/// <summary>Attributes in front of a declaration.</summary>
static class Attributes
{
    /// <summary>The declaration alone; empty when the line holds attributes only.</summary>
    public static string Strip(string line)
    {
        while (line.StartsWith('['))
        {
            var (depth, quoted, end) = (0, false, 0);
            for (; end < line.Length; end++)
            {
                if (line[end] == '"') quoted = !quoted;
                if (quoted) continue;
                if (line[end] == '[') depth++;
                if (line[end] == ']' && --depth == 0) break;
            }

            line = line[(end + 1)..].TrimStart();
        }

        return line;
    }
}

/// <summary>Names of types in declarations.</summary>
static class TypeName
{
    static readonly string[] Kinds = ["class", "struct", "interface", "enum", "delegate", "record"];
    static readonly string[] Modifiers = ["static", "sealed", "abstract", "readonly"];

    /// <summary>The type's name with its type parameters, or null when the line declares a member.</summary>
    public static string? OfHeader(string header)
    {
        var words = header.Split(' ').SkipWhile(word => Modifiers.Contains(word)).ToList();
        if (words.Count < 2 || !Kinds.Contains(words[0])) return null;
        if (words[0] == "delegate") return OfDelegate(header);
        var rest = string.Join(' ', words.SkipWhile(word => Kinds.Contains(word)));
        var end = rest.IndexOfAny(['{', ':']);
        return (end < 0 ? rest : rest[..end]).Trim();
    }

    static string OfDelegate(string header)
    {
        var signature = header[..header.IndexOf('(')];
        return signature[(signature.LastIndexOf(' ') + 1)..];
    }
}
