namespace FunctionsHost.Tests.Conformance.Functions;

public static class Activities
{
    static readonly ConcurrentDictionary<string, int> tries = [];
    static readonly ConcurrentDictionary<string, byte> mended = [];

    /// <summary>How often something of that key was done.</summary>
    public static int Tries(string key) => tries.GetValueOrDefault(key);

    /// <summary>From now on that key's <see cref="Brittle"/> succeeds.</summary>
    public static void Mend(string key) => mended[key] = 0;

    [Function(nameof(AddOne))]
    public static int AddOne([ActivityTrigger] int number) => number + 1;

    [Function(nameof(Echo))]
    public static string Echo([ActivityTrigger] string text) => text;

    [Function(nameof(CallerId))]
    public static string CallerId([ActivityTrigger] string text, string instanceId) => instanceId;

    [Function(nameof(Fail))]
    public static string Fail([ActivityTrigger] string why) =>
        throw new InvalidOperationException(why, new ArgumentException("beneath it"));

    /// <summary>Fails at the first two tries of its key.</summary>
    [Function(nameof(ThirdTime))]
    public static int ThirdTime([ActivityTrigger] string key) =>
        Count(key) is var attempt && attempt < 3 ? throw new TimeoutException($"try {attempt}") : attempt;

    /// <summary>Fails until it is mended.</summary>
    [Function(nameof(Brittle))]
    public static string Brittle([ActivityTrigger] string key) =>
        Count(key) > 0 && mended.ContainsKey(key) ? "whole" : throw new InvalidOperationException("broken");

    /// <summary>Counts what is done of that key.</summary>
    public static int Count(string key) => tries.AddOrUpdate(key, 1, (_, before) => before + 1);

    /// <summary>Another name at every call: nothing that an orchestrator may ask.</summary>
    public static string Whim(string key) => Count(key) % 2 == 1 ? nameof(Echo) : nameof(Fail);
}
