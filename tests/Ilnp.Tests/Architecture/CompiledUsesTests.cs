using Ilnp.Tests.Architecture.Used;

namespace Ilnp.Tests.Architecture;

/// <summary>A floor that is not seen through is none: the reader finds uses wherever the compiler puts them.</summary>
public sealed class CompiledUsesTests
{
    static readonly ILookup<string, string> Uses =
        CompiledUses.Of(typeof(CompiledUsesTests).Assembly, typeof(CompiledUsesTests).Namespace).ToLookup(use => use.User, use => use.Used);

    [Theory]
    [InlineData(typeof(InAsync))]
    [InlineData(typeof(InLambda))]
    [InlineData(typeof(InAsyncLambda))]
    [InlineData(typeof(InIterator))]
    [InlineData(typeof(InLocalFunction))]
    [InlineData(typeof(InTypeArgument))]
    [InlineData(typeof(InAttribute))]
    [InlineData(typeof(InTypeOf))]
    [InlineData(typeof(InMethodGroup))]
    [InlineData(typeof(InTuple))]
    public void GivenAUse_WhenItStandsInCompilerMadeCode_ThenItIsSeen(Type user) =>
        Assert.Contains(typeof(Thing).FullName, Uses[user.FullName!]);
}

sealed class InAsync
{
    public static async Task<int> Use()
    {
        await Task.Yield();
        return Thing.Count();
    }
}

sealed class InLambda
{
    public static Func<int> Use(int more) => () => Thing.Count() + more;
}

sealed class InAsyncLambda
{
    public static Func<Task<int>> Use() => async () =>
    {
        await Task.Yield();
        return new[] { 1 }.Sum(one => one + Thing.Count());
    };
}

sealed class InIterator
{
    public static IEnumerable<int> Use()
    {
        yield return Thing.Count();
    }
}

sealed class InLocalFunction
{
    public static int Use()
    {
        return Count();
        static int Count() => Thing.Count();
    }
}

sealed class InTypeArgument
{
    public static object Use() => Array.Empty<object>().OfType<Thing>();
}

[About(typeof(Thing))]
sealed class InAttribute;

sealed class InTypeOf
{
    public static Type Use() => typeof(Thing);
}

sealed class InMethodGroup
{
    public static Func<int> Use() => Thing.Count;
}

sealed class InTuple
{
    public static (int, Thing?) Use() => default;
}
