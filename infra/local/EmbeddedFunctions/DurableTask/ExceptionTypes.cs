using System.Collections.Concurrent;

namespace Microsoft.DurableTask;

/// <summary>Exception types by full name, looked for in everything that is loaded.</summary>
static class ExceptionTypes
{
    static readonly ConcurrentDictionary<string, Type> Found = new(StringComparer.Ordinal);

    /// <summary>The type, or null when no loaded assembly has it.</summary>
    public static Type? Find(string fullName)
    {
        if (Found.TryGetValue(fullName, out var known)) return known;
        var type = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(fullName)).FirstOrDefault(found => found is not null);
        if (type is not null) Found[fullName] = type;
        return type;
    }
}
