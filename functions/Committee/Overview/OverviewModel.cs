namespace Ilnp.Committee.Overview;

/// <summary>The overview page.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Overview">What there is.</param>
/// <param name="Groups">Groups as rows.</param>
/// <param name="OwnLinks">Addresses of the reader's own decisions, by decision id.</param>
public sealed record OverviewModel(
    CommitteeReader Reader, CohortOverview Overview, IReadOnlyList<GroupRow> Groups, IReadOnlyDictionary<string, Uri> OwnLinks);

/// <summary>The page of groups.</summary>
public sealed record GroupsModel(CommitteeReader Reader, IReadOnlyList<GroupRow> Groups);

/// <summary>The page of people.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Search">What the reader looks for, empty for everybody.</param>
/// <param name="People">Those found.</param>
/// <param name="Total">Everybody.</param>
public sealed record PeopleModel(CommitteeReader Reader, string Search, IReadOnlyList<Programme.Person> People, int Total);
