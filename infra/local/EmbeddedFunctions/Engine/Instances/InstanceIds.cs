namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Which instance ids the real engine takes.</summary>
static class InstanceIds
{
    const int Longest = 256;

    /// <exception cref="ArgumentException">It would not take this one.</exception>
    public static void Check(string instanceId)
    {
        if (string.IsNullOrWhiteSpace(instanceId)) throw new ArgumentException("An instance id must not be empty.", nameof(instanceId));
        if (instanceId.Length > Longest) throw new ArgumentException($"An instance id has at most {Longest} characters; this one has {instanceId.Length}.", nameof(instanceId));
        if (instanceId[0] == '@') throw new ArgumentException($"The instance id '{instanceId}' must not begin with '@'.", nameof(instanceId));
        if (instanceId.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
            throw new ArgumentException($"The instance id '{instanceId}' must not contain /, \\, #, ? or control characters.", nameof(instanceId));
    }
}
