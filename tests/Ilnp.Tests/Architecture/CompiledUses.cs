using ArchUnitNET.Domain;
using ArchLoader = ArchUnitNET.Loader.ArchLoader;
using Assembly = System.Reflection.Assembly;

namespace Ilnp.Tests.Architecture;

/// <summary>
/// What the types of an assembly use, read from its compiled code: inside lambdas, iterators and asynchronous methods too.
/// Constants, <c>nameof</c> and the types of catch clauses leave no trace there; <see cref="WrittenUses"/> has them.
/// </summary>
static class CompiledUses
{
    const string Root = "Ilnp.";

    /// <summary>Compiled pages are named by their path.</summary>
    const string Pages = "AspNetCoreGeneratedDocument.";

    static readonly Lazy<IReadOnlyList<(string User, string Used)>> OfApp = new(() => Of(typeof(Program).Assembly));

    /// <summary>Uses of the app's types, by full name; those of packages and of the platform among them.</summary>
    public static IReadOnlyList<(string User, string Used)> App => OfApp.Value;

    /// <summary>Those between rooms.</summary>
    public static IEnumerable<Use> BetweenRooms() =>
        from use in App
        let @from = RoomOf(use.User)
        let to = RoomOf(use.Used)
        where @from is not null && to is not null && @from != to
        select new Use(@from, use.User, to, use.Used);

    /// <param name="assembly">Whose types are read.</param>
    /// <param name="within">Of this namespace and those below it only; null for all.</param>
    public static IReadOnlyList<(string User, string Used)> Of(Assembly assembly, string? within = null)
    {
        var loader = within is null
            ? new ArchLoader().LoadAssembly(assembly)
            : new ArchLoader().LoadNamespacesWithinAssembly(assembly, within);
        var types = loader.Build().Types;
        return [.. types.SelectMany(type => type.Dependencies.Select(use => (Outermost(type), Outermost(use.Target)))).Distinct()];
    }

    /// <summary>The room of a type of ours; null for others, and for the program that puts the rooms together.</summary>
    public static string? RoomOf(string type) => type switch
    {
        _ when type.StartsWith(Pages, StringComparison.Ordinal) => type[Pages.Length..].Split('_')[0],
        _ when type.StartsWith(Root, StringComparison.Ordinal) && type.Split('.') is [_, var room, _, ..] => room,
        _ => null,
    };

    static string Outermost(IType type) => type.FullName.Split('+', '/')[0];
}
