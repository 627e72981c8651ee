using CsCheck;

namespace FunctionsHost.Tests.Model;

/// <summary>A small orchestration as data, so that the engine and a plain interpreter can both run it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">A number for an activity or an event, hours to sleep, attempts of a child.</param>
/// <param name="Body">What is inside.</param>
public sealed record Step(Kind Kind, int Number, Step[] Body);

public enum Kind
{
    /// <summary>An activity that doubles a number, and fails for multiples of seven.</summary>
    Call,
    Sleep,

    /// <summary>An event that was raised right after the start, with its number as payload; to the outermost only.</summary>
    Hear,

    /// <summary>A sub-orchestration, called so often, an hour apart, until it succeeds.</summary>
    Child,

    /// <summary>Each step of the body by itself, at the same time.</summary>
    All,

    /// <summary>A failure inside is caught.</summary>
    Attempt,
}

/// <param name="Times">How often the whole is repeated, each time as new.</param>
/// <param name="Total">What the runs before came to.</param>
/// <param name="IsSuspended">Before its events are raised, and resumed afterwards.</param>
public sealed record Script(Step[] Body, int Times, long Total, bool IsSuspended)
{
    const int Deepest = 3;

    /// <summary>One that is suspended sleeps first, so that it is still there.</summary>
    public static readonly Gen<Script> Any = Gen.Select(
        Bodies(0), Gen.Int[1, 3], Gen.Int[1, 5],
        (body, times, chance) => new Script(chance == 1 ? [new(Kind.Sleep, 1, []), .. body] : body, times, 17, chance == 1));

    static Gen<Step[]> Bodies(int depth) => Steps(depth).Array[0, 4];

    static Gen<Step> Steps(int depth)
    {
        var leaf = Gen.OneOf(Leaf(Kind.Call, 1, 50), Leaf(Kind.Sleep, 0, 100));
        if (depth == Deepest) return leaf;
        var inside = Gen.Select(Gen.OneOf(Gen.Const(Kind.Child), Gen.Const(Kind.All), Gen.Const(Kind.Attempt)), Gen.Int[1, 3], Bodies(depth + 1), (kind, number, body) => new Step(kind, number, body));
        return Gen.OneOf(leaf, leaf, inside, inside, depth == 0 ? Leaf(Kind.Hear, 0, 2) : leaf);
    }

    static Gen<Step> Leaf(Kind kind, int least, int most) => Gen.Int[least, most].Select(number => new Step(kind, number, []));
}
