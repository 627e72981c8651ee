using Ilnp.Committee.Lists;

namespace Ilnp.Committee.Overview;

/// <summary>The overview page.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Overview">What there is.</param>
/// <param name="Groups">Groups as rows.</param>
/// <param name="OwnLinks">Addresses of the reader's own decisions, by decision id.</param>
public sealed record OverviewModel(
    CommitteeReader Reader, CohortOverview Overview, IReadOnlyList<GroupRow> Groups, IReadOnlyDictionary<string, Uri> OwnLinks);

/// <summary>The page of groups.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Groups">Those found, a page of them.</param>
/// <param name="Total">All there are.</param>
/// <param name="Query">What they are filtered by.</param>
public sealed record GroupsModel(CommitteeReader Reader, ListPage<GroupRow> Groups, int Total, IReadOnlyDictionary<string, string> Query)
{
    public const string Search = "q", Status = "status", Liaison = "liaison";

    public static readonly IReadOnlyList<string> Statuses = ["active", "completed", "dissolved"];

    public static GroupsModel Of(CommitteeReader reader, IReadOnlyList<GroupRow> rows, Func<string, string> query)
    {
        var asked = new[] { Search, Status, Liaison }.ToDictionary(name => name, name => query(name).Trim());
        var found = rows.Where(row => row.Fits(asked[Search])
            && (asked[Status].Length == 0 || row.StatusKey == $"group.{asked[Status]}")
            && (asked[Liaison].Length == 0 || row.Group.LiaisonId == asked[Liaison]));
        return new(reader, ListPages.Of<GroupRow>([.. found], query(PageLinks.Page)), rows.Count, asked);
    }
}
