using EmbeddedFunctions.Hosting;

namespace EmbeddedFunctions.Tests.Surface;

/// <summary>
/// The app is written against the public API of the real packages. What this host declares in their namespaces must be there
/// with the same signature (see the listings, taken from the real assemblies); it may declare less, never more or otherwise.
/// </summary>
public sealed class SurfaceTests
{
    static readonly IReadOnlyDictionary<string, ListedType> Real = Listing.ReadAll();

    public static TheoryData<string> DeclaredTypes() => [.. Declared().Select(NameOf)];

    [Theory]
    [MemberData(nameof(DeclaredTypes))]
    public void GivenATypeOfTheRealPackages_WhenItIsDeclaredHere_ThenItIsTheSame(string name)
    {
        var type = Declared().Single(type => NameOf(type) == name);
        if (!Real.TryGetValue(name, out var real)) Assert.Fail($"{name} is not in the real packages: make it internal, or give it the right namespace.");

        var differences = Header.Differences(type, real.Header)
            .Concat(Declaration.MembersOf(type).Where(member => !real.Members.Contains(member)).Select(member => Explain(member, real)))
            .Concat(Usage.Differences(type, real.Usage))
            .ToList();

        if (differences.Count > 0) Assert.Fail($"{real.Header}{string.Concat(differences.Select(difference => $"{Environment.NewLine}  {difference}"))}");
    }

    /// <remarks>DurableTask.Core, which the real packages bring along, has no listing here: only histories and one exception are of it.</remarks>
    [Fact]
    public void GivenAnythingPublic_WhenItIsNotOfTheRealPackages_ThenItIsInThisHostsNamespace()
    {
        var strangers = typeof(EmbeddingExtensions).Assembly.GetExportedTypes()
            .Select(type => type.FullName!)
            .Where(name => !name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith($"{nameof(EmbeddedFunctions)}.", StringComparison.Ordinal))
            .Where(name => !name.StartsWith("DurableTask.Core.", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    static IEnumerable<Type> Declared() =>
        typeof(EmbeddingExtensions).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal));

    static string NameOf(Type type) => $"{type.Namespace}.{Spelling.Declared(type)}";

    static string Explain(string member, ListedType real)
    {
        var name = MemberName(member);
        var alike = real.Members.Where(other => MemberName(other) == name).ToList();
        return alike.Count == 0
            ? $"has, and the real one has not: {member}"
            : $"here: {member}{string.Concat(alike.Select(other => $"{Environment.NewLine}  real: {other}"))}";
    }

    static string MemberName(string member)
    {
        var end = member.IndexOfAny(['(', '{', '=']);
        var head = (end < 0 ? member : member[..end]).Trim();
        var generic = head.EndsWith('>') ? head[..head.LastIndexOf('<')] : head;
        return generic[(generic.LastIndexOf(' ') + 1)..];
    }
}
