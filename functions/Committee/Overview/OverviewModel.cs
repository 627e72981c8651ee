using Ilnp.Committee.Groups;

namespace Ilnp.Committee.Overview;

/// <summary>The overview page.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Overview">What there is.</param>
/// <param name="Groups">Groups as rows.</param>
/// <param name="OwnLinks">Addresses of the reader's own decisions, by decision id.</param>
public sealed record OverviewModel(
    CommitteeReader Reader, CohortOverview Overview, IReadOnlyList<GroupRow> Groups, IReadOnlyDictionary<string, Uri> OwnLinks);
