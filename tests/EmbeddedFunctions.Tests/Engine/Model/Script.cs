using System.Text.Json.Serialization;
using CsCheck;

namespace EmbeddedFunctions.Tests.Engine.Model;

/// <summary>A small orchestration as data, so that the engine and a plain interpreter can both run it.</summary>
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Flaky), "flaky")]
[JsonDerivedType(typeof(Sleep), "sleep")]
[JsonDerivedType(typeof(Hear), "hear")]
[JsonDerivedType(typeof(Child), "child")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Attempt), "attempt")]
public abstract record Step;

/// <summary>An activity that doubles a number, and fails for multiples of seven.</summary>
public sealed record Call(int Number) : Step;

/// <summary>An activity that fails so many times, called with three attempts an hour apart.</summary>
public sealed record Flaky(int Failures) : Step;

public sealed record Sleep(int Hours) : Step;

/// <summary>An event that was raised right after the start, with its number as payload.</summary>
public sealed record Hear(int Number) : Step;

/// <param name="Waits">It waits until its parent sends it an event.</param>
public sealed record Child(Step[] Body, bool Waits) : Step;

public sealed record All(Step[][] Branches) : Step;

/// <summary>A failure inside is caught.</summary>
public sealed record Attempt(Step[] Body) : Step;

/// <param name="Times">How often the whole is repeated, each time as new.</param>
/// <param name="Total">What the runs before came to.</param>
public sealed record Script(Step[] Body, int Times, long Total)
{
    const int Deepest = 3;

    public static readonly Gen<Script> Any = Gen.Select(Bodies(0), Gen.Int[1, 3], (body, times) => new Script(body, times, 17));

    static Gen<Step[]> Bodies(int depth) => Steps(depth).Array[0, 4];

    static Gen<Step> Steps(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Int[1, 50].Select(number => (Step)new Call(number)),
            Gen.Int[0, 3].Select(failures => (Step)new Flaky(failures)),
            Gen.Int[0, 100].Select(hours => (Step)new Sleep(hours)));
        if (depth == Deepest) return leaf;
        var hear = Gen.Int[0, 2].Select(number => (Step)new Hear(number));
        return Gen.OneOf(
            leaf,
            leaf,
            depth == 0 ? hear : leaf, // events go to the outermost orchestration
            Gen.Select(Bodies(depth + 1), Gen.Bool, (body, waits) => (Step)new Child(body, waits)),
            Bodies(depth + 1).Array[1, 3].Select(branches => (Step)new All(branches)),
            Bodies(depth + 1).Select(body => (Step)new Attempt(body)));
    }
}
