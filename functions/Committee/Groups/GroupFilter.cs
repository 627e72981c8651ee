using Ilnp.Programme;

namespace Ilnp.Committee.Groups;

/// <summary>Which groups the committee wants to see.</summary>
/// <param name="Query">What was asked, by the names below; empty for all.</param>
public sealed record GroupFilter(IReadOnlyDictionary<string, string> Query)
{
    public const string Search = "q", Status = "status", Liaison = "liaison", Country = "country", Need = "need";

    /// <summary>Needs a word from the liaison; runs and needs none.</summary>
    public const string Word = "word", Well = "well";

    public static readonly IReadOnlyList<string> Statuses = ["active", "completed", "dissolved"], Needs = [Word, Well];

    public static GroupFilter Of(Func<string, string> query) =>
        new(new[] { Search, Status, Liaison, Country, Need }.ToDictionary(name => name, name => query(name).Trim()));

    /// <summary>Those that fit, in their order.</summary>
    /// <param name="rows">All groups.</param>
    /// <param name="needAWord">Ids of those that need a word.</param>
    public IReadOnlyList<GroupRow> Apply(IEnumerable<GroupRow> rows, Func<string, bool> needAWord) =>
    [
        .. rows.Where(row => row.Fits(Query[Search])
            && Is(Status, row.Group.Status.ToString().ToLowerInvariant())
            && Is(Liaison, row.Group.LiaisonId)
            && (Query[Country].Length == 0 || row.Members.Any(member => member.CountryCode == Query[Country]))
            && Fits(row, needAWord)),
    ];

    bool Is(string field, string? value) => Query[field].Length == 0 || Query[field] == value;

    bool Fits(GroupRow row, Func<string, bool> needAWord) => Query[Need] switch
    {
        Word => needAWord(row.Group.GroupId),
        Well => row.Group.Status == GroupStatus.Active && !needAWord(row.Group.GroupId),
        _ => true,
    };
}
