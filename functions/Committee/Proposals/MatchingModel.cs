using Ilnp.Committee.Overview;
using Ilnp.Matching;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Committee.Proposals;

/// <summary>The page of a proposal: what it is, what it looks like, and what the committee would change.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Rows">The proposed groups.</param>
/// <param name="People">Everybody, by id.</param>
/// <param name="Proposal">Its figures; null before the first.</param>
public sealed record MatchingModel(
    CommitteeReader Reader, IReadOnlyList<GroupRow> Rows, IReadOnlyDictionary<string, Person> People, ProposalSummary? Proposal)
{
    /// <summary>What is kept for the next proposal.</summary>
    public WishList Kept { get; init; } = WishList.None;

    /// <summary>Changes that the reader asks about.</summary>
    public WishWords? Asked { get; init; }

    /// <summary>What they would cost, with the kept ones; null when nothing was asked.</summary>
    public WishedProposal? Tried { get; init; }

    /// <summary>The reader's own open decision about the proposal; null when there is none.</summary>
    public Uri? Decision { get; init; }

    public IHtmlContent Map { get; init; } = HtmlString.Empty;

    public IHtmlContent Curve { get; init; } = HtmlString.Empty;

    /// <summary>Only leads change a proposal; the others of the committee look on.</summary>
    public bool MayChange => Reader.Member.Is(CommitteeRole.Lead) && Rows.Count > 0;

    /// <summary>What should be known of the proposal, in words.</summary>
    public IReadOnlyList<string> Notes => Proposal is null ? [] : [Proposal.Note, .. Proposal.Notes];

    /// <summary>Fields of the form as asked, to be posted or shown again.</summary>
    public required Func<string, string> Field { get; init; }

    /// <summary>Whether a group's box is ticked.</summary>
    public bool IsTicked(string field, string groupId) => Field(field).Split(',').Contains(groupId);

    /// <summary>Above this number of people their rows are not offered while typing.</summary>
    const int MostOffered = 1000;

    /// <summary>Who can be put together: everybody who was eligible.</summary>
    public IEnumerable<Person> Offered => People.Count > MostOffered ? [] : People.Values
        .Where(person => person.Standing is Standing.Eligible).OrderBy(person => person.Name, StringComparer.Ordinal);
}

/// <summary>Costs of changes as a table.</summary>
/// <param name="Matching">The page they are on.</param>
/// <param name="Costs">One row each.</param>
public sealed record WishCostsModel(MatchingModel Matching, IReadOnlyList<WishCost> Costs);
