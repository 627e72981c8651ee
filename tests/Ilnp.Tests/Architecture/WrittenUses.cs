using System.Text.RegularExpressions;

namespace Ilnp.Tests.Architecture;

/// <summary>What the source files of <c>functions/</c> name in their using lines: an unused one does not compile.</summary>
static partial class WrittenUses
{
    public static IEnumerable<Use> BetweenRooms() =>
        from file in SourceFiles.All
        let @from = file.Room
        where @from is not null
        from Match line in Line().Matches(file.Text)
        let used = line.Groups["namespace"].Value
        let to = used.Split('.')[1]
        where @from != to
        select new Use(@from, file.Path, to, used);

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(?<namespace>Ilnp\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Line();
}
