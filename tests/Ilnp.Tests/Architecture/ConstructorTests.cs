using System.Reflection;
using FunctionsHost;
using Ilnp.Local.Running;
using Simulation.Time;

namespace Ilnp.Tests.Architecture;

/// <summary>
/// Whoever needs many others does two things, or some of these belong together: then it is split, or they get a class of their own.
/// Records are data and as wide as what they describe.
/// </summary>
public sealed class ConstructorTests
{
    const int Most = 7;

    /// <summary>Of <c>functions/</c> and <c>infra/</c>.</summary>
    static readonly Assembly[] Assemblies =
    [
        typeof(Program).Assembly, typeof(LocalApp).Assembly, typeof(LocalHostOptions).Assembly, typeof(SimulatedClock).Assembly,
    ];

    [Fact]
    public void GivenEveryClass_WhenItsParametersAreCounted_ThenNoConstructorHasMoreThanSeven()
    {
        var classes = Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWrittenClass).ToList();

        Assert.True(classes.Count > 1000, $"Only {classes.Count} classes were found.");
        Assert.Empty(classes.SelectMany(TooMany));
    }

    [Theory]
    [InlineData(typeof(Seven), false)]
    [InlineData(typeof(Eight), true)]
    [InlineData(typeof(EightHidden), true)]
    [InlineData(typeof(EightRecorded), false)]
    public void GivenAClass_WhenItTakesMore_ThenItIsSeen(Type type, bool seen) =>
        Assert.Equal(seen ? 1 : 0, new[] { type }.Where(IsWrittenClass).SelectMany(TooMany).Count());

    static bool IsWrittenClass(Type type) => type.IsClass && !type.FullName!.Contains('<') && !IsRecord(type);

    static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    static IEnumerable<string> TooMany(Type type) =>
        from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let parameters = constructor.GetParameters()
        where parameters.Length > Most
        select $"{type.FullName} takes {parameters.Length} ({string.Join(", ", parameters.Select(parameter => parameter.Name))}), "
            + $"at most {Most} are read at a glance: split it by what it does, or give those that belong together a class.";

#pragma warning disable CS9113 // only counted
    sealed class Seven(int a, int b, int c, int d, int e, int f, int g);

    sealed class Eight(int a, int b, int c, int d, int e, int f, int g, int h);

    sealed class EightHidden
    {
        EightHidden(int a, int b, int c, int d, int e, int f, int g, int h)
        {
        }
    }
#pragma warning restore CS9113

    sealed record EightRecorded(int A, int B, int C, int D, int E, int F, int G, int H);
}
