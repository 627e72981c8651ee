using Ilnp.Committee.Lists;

namespace Ilnp.Committee.Groups;

/// <summary>The page of groups.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Filter">What the reader looks for.</param>
/// <param name="Groups">Those found, a page of them.</param>
/// <param name="Total">All there are.</param>
/// <param name="Needs">Keys of the texts that say why a group needs a word, by group; those that need none are not in it.</param>
/// <param name="Countries">Of all members, by name.</param>
public sealed record GroupsModel(
    CommitteeReader Reader, GroupFilter Filter, ListPage<GroupRow> Groups, int Total,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Needs, IReadOnlyList<(string Code, string Name)> Countries)
{
    public static GroupsModel Of(
        CommitteeReader reader, GroupFilter filter, IReadOnlyList<GroupRow> rows, IReadOnlyDictionary<string, IReadOnlyList<string>> needs,
        string page) =>
        new(reader, filter, ListPages.Of(filter.Apply(rows, needs.ContainsKey), page, 50), rows.Count, needs, Named(rows));

    static IReadOnlyList<(string Code, string Name)> Named(IEnumerable<GroupRow> rows) =>
    [
        .. rows.SelectMany(row => row.Members).Where(member => member.CountryCode.Length > 0)
            .Select(member => (member.CountryCode, member.Country)).Distinct()
            .OrderBy(country => country.Country, StringComparer.Ordinal),
    ];
}
