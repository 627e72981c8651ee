using System.Text.Json.Serialization;
using CsCheck;

namespace FunctionsHost.Tests.Model;

/// <summary>A small orchestration as data, so that the engine and a plain interpreter can both run it.</summary>
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Flaky), "flaky")]
[JsonDerivedType(typeof(Sleep), "sleep")]
[JsonDerivedType(typeof(Race), "race")]
[JsonDerivedType(typeof(Hear), "hear")]
[JsonDerivedType(typeof(Listen), "listen")]
[JsonDerivedType(typeof(Child), "child")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Attempt), "attempt")]
public abstract record Step;

/// <summary>An activity that doubles a number, and fails for multiples of seven.</summary>
public sealed record Call(int Number) : Step;

/// <summary>An activity that fails so many times, called with three attempts an hour apart.</summary>
public sealed record Flaky(int Failures) : Step;

public sealed record Sleep(int Hours) : Step;

/// <summary>Two timers, of which the first to fire counts and the other is cancelled.</summary>
public sealed record Race(int Hours, int OtherHours) : Step;

/// <summary>An event that never comes, waited for so long.</summary>
public sealed record Listen(int Hours) : Step;

/// <summary>An event that was raised right after the start, with its number as payload.</summary>
public sealed record Hear(int Number) : Step;

/// <param name="Waits">It waits until its parent sends it an event.</param>
/// <param name="Attempts">How often it is called, an hour apart, until it succeeds.</param>
public sealed record Child(Step[] Body, bool Waits, int Attempts) : Step;

public sealed record All(Step[][] Branches) : Step;

/// <summary>A failure inside is caught.</summary>
public sealed record Attempt(Step[] Body) : Step;

/// <summary>What a client does to a script once it runs, before time passes.</summary>
public enum Interruption
{
    None,

    /// <summary>Suspended before the events are raised, resumed afterwards.</summary>
    Suspended,

    /// <summary>With the events already there.</summary>
    Terminated,
}

/// <param name="Times">How often the whole is repeated, each time as new.</param>
/// <param name="Total">What the runs before came to.</param>
public sealed record Script(Step[] Body, int Times, long Total, Interruption Interruption)
{
    const int Deepest = 3;

    /// <summary>Those that are interrupted sleep first, so that they are still there.</summary>
    public static readonly Gen<Script> Any = Gen.Select(
        Bodies(0), Gen.Int[1, 3], Gen.Frequency((8, Interruption.None), (2, Interruption.Suspended), (1, Interruption.Terminated)),
        (body, times, interruption) => new Script(interruption == Interruption.None ? body : [new Sleep(1), .. body], times, 17, interruption));

    static Gen<Step[]> Bodies(int depth) => Steps(depth).Array[0, 4];

    static Gen<Step> Steps(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Int[1, 50].Select(number => (Step)new Call(number)),
            Gen.Int[0, 3].Select(failures => (Step)new Flaky(failures)),
            Gen.Int[0, 100].Select(hours => (Step)new Sleep(hours)),
            Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], (hours, other) => (Step)new Race(hours, other)),
            Gen.Int[0, 100].Select(hours => (Step)new Listen(hours)));
        if (depth == Deepest) return leaf;
        var hear = Gen.Int[0, 2].Select(number => (Step)new Hear(number));
        return Gen.OneOf(
            leaf,
            leaf,
            depth == 0 ? hear : leaf, // events go to the outermost orchestration
            Gen.Select(Bodies(depth + 1), Gen.Bool, Gen.Int[1, 3], (body, waits, attempts) => (Step)new Child(body, waits, waits ? 1 : attempts)),
            Bodies(depth + 1).Array[1, 3].Select(branches => (Step)new All(branches)),
            Bodies(depth + 1).Select(body => (Step)new Attempt(body)));
    }
}
