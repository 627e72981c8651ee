namespace EmbeddedFunctions.Engine.Storage;

/// <summary>
/// All rows of an instance stand in one partition, its bucket, so that a step can commit them together:
/// <c>a!</c> the instance, <c>h!</c> its history, one row per step, <c>m!</c> messages it has not processed, <c>o!</c>
/// messages to others that are not delivered. The rows that change come first, where Azurite finds them sooner.
/// </summary>
static class RowKeys
{
    public const string Lease = "!lease";

    public static readonly KeyRange Instances = new("a!", "b");
    public static readonly KeyRange Messages = new("m!", "n");
    public static readonly KeyRange Outgoing = new("o!", "p");

    public static string Instance(InstanceKey key) => $"a!{key}";

    public static string Step(InstanceKey key, int generation, int step) => $"h!{key}!{generation:D6}!{step:D8}";

    public static string Message(InstanceKey key, string id) => $"m!{key}!{id}";

    public static string OutgoingStep(InstanceKey key, int generation, int step) => $"o!{key}!{generation:D6}!{step:D8}";

    public static KeyRange History(InstanceKey key, int generation) => Prefix($"h!{key}!{generation:D6}!");

    /// <summary>From one step on.</summary>
    public static KeyRange History(InstanceKey key, int generation, int step) => History(key, generation) with { From = Step(key, generation, step) };

    public static KeyRange History(InstanceKey key) => Prefix($"h!{key}!");

    public static KeyRange MessagesOf(InstanceKey key) => Prefix($"m!{key}!");

    public static KeyRange OutgoingOf(InstanceKey key) => Prefix($"o!{key}!");

    /// <summary>The prefix ends with <c>!</c>, after which comes the quotation mark.</summary>
    static KeyRange Prefix(string prefix) => new(prefix, prefix[..^1] + '"');
}

/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
readonly record struct KeyRange(string From, string To);
