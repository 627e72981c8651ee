namespace FunctionsHost.Keys;

/// <summary>The keys that callers show, once the host has started.</summary>
/// <param name="Master">Opens everything.</param>
/// <param name="Default">The host's key: opens every function.</param>
/// <param name="DurableTask">The system key of the orchestrations' management API.</param>
/// <param name="Functions">One function's own key, by its name.</param>
public sealed record FunctionKeys(string Master, string Default, string DurableTask, IReadOnlyDictionary<string, string> Functions)
{
    /// <summary>Not the keys.</summary>
    public override string ToString() => nameof(FunctionKeys);
}
