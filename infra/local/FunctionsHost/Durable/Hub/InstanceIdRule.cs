namespace FunctionsHost.Durable.Hub;

/// <summary>Which instance ids the durable extension takes.</summary>
static class InstanceIdRule
{
    const int Longest = 256;

    /// <exception cref="ArgumentException">Not this one; the message says why.</exception>
    public static void Check(string instanceId)
    {
        if (instanceId.StartsWith('@'))
            throw new ArgumentException("Orchestration instance ids must not start with @.", nameof(instanceId));
        if (instanceId.Any(letter => letter is '/' or '\\' or '#' or '?' || char.IsControl(letter)))
            throw new ArgumentException(
                @"Orchestration instance ids must not contain /, \, #, ?, or control characters.", nameof(instanceId));
        if (instanceId.Length > Longest)
            throw new ArgumentException($"Instance ID lengths must not exceed {Longest} characters.", nameof(instanceId));
    }
}
