using Ilnp.Committee.Groups;
using Ilnp.Committee.Lists;
using Ilnp.Matching;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Ilnp.Texts;
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

    /// <summary>Somebody changed the wishes since the page was shown: what was pressed was not done.</summary>
    public bool IsMeanwhile { get; init; }

    /// <summary>Who that was, in a sentence; null where it is not known.</summary>
    public IHtmlContent? WhoWasFirst { get; init; }

    /// <summary>A group by its members' names.</summary>
    public string Named(IReadOnlyList<string> members) => string.Join(" + ", members.Select(Name).Select(Isolated.Of));

    /// <summary>Changes that the reader asks about.</summary>
    public WishWords? Asked { get; init; }

    /// <summary>What they would cost, with the kept ones; null when nothing was asked.</summary>
    public WishedProposal? Tried { get; init; }

    /// <summary>The reader's own open decision about the proposal; null when there is none.</summary>
    public Uri? Decision { get; init; }

    /// <summary>What the first lead decided about it; null while nobody has.</summary>
    public DecidedProposal? Decided { get; init; }

    /// <summary>What is different from the proposal before; null for the first.</summary>
    public ProposalChanges? Changes { get; init; }

    /// <summary>How many groups each liaison would look after, and how many they can; in the order of the settings.</summary>
    public IEnumerable<Dictionary<string, string>> Loads
    {
        get
        {
            var loads = LiaisonRules.Loads(Rows.Select(row => row.Group));
            return Reader.Cohort.Liaisons.Select(liaison => new Dictionary<string, string>
            {
                ["name"] = liaison.Name,
                ["count"] = $"{loads.GetValueOrDefault(liaison.Id)}",
                ["load"] = $"{liaison.LiaisonLoad}",
            });
        }
    }

    public IHtmlContent Map { get; init; } = HtmlString.Empty;

    public IHtmlContent Curve { get; init; } = HtmlString.Empty;

    /// <summary>
    /// Only leads change a proposal, and only as long as nobody has decided about it; the others of the committee look on.
    /// </summary>
    public bool MayChange => Reader.Member.Is(CommitteeRole.Lead) && Rows.Count > 0 && Decided is null;

    /// <summary>What should be known of the proposal, in words.</summary>
    public IReadOnlyList<string> Notes => Proposal is null ? [] : [Proposal.Note, .. Proposal.Notes];

    /// <summary>Fields of the form as asked, to be posted or shown again.</summary>
    public required Func<string, string> Field { get; init; }

    /// <summary>The rows that fit what is looked for, a page of them.</summary>
    public ListPage<GroupRow> Shown =>
        ListPages.Of<GroupRow>([.. Rows.Where(row => row.Fits(Field(MatchingWishes.Search)))], Field(PageLinks.Page));

    /// <summary>Whether a group's box is ticked.</summary>
    public bool IsTicked(string field, string groupId) => Field(field).Split(',').Contains(groupId);

    /// <summary>Groups whose box is ticked on another page of the list: they stay so.</summary>
    public string TickedElsewhere(string field) =>
        string.Join(
            ',',
            Field(field).Split(',').Where(id => Rows.Any(row => row.Group.GroupId == id))
                .Except(Shown.Items.Select(row => row.Group.GroupId)));

    /// <summary>Names of people whom the reader asks to have together and apart.</summary>
    public IReadOnlyList<string> Both => Asked is null ? [] :
        [.. Asked.Wishes.Where(wish => wish.Kind == WishKind.Together && Asked.Wishes.Any(wish.IsAgainst))
            .Select(wish => Reader.Texts.Locale.Names(wish.People.Select(Name)))];

    /// <summary>Text of what keeps the changes from being used; null when they can be.</summary>
    public string? Hindrance => Asked is not { } asked || Tried is not { } tried ? null
        : asked.NotUnderstood.Count > 0 || Both.Count > 0 ? "matching.hindrance.wrong"
        : tried.LeftOut.Any(left => asked.Wishes.Any(left.Wish.Says)) ? "matching.hindrance.left-out"
        : asked.Wishes.All(wish => Kept.Wishes.Any(wish.Says)) ? "matching.hindrance.none"
        : null;

    /// <summary>Above this number of people their names are not offered while typing.</summary>
    const int MostOffered = 1000;

    /// <summary>Names of those who can be put together: everybody who was eligible.</summary>
    public IEnumerable<string> Offered => People.Count > MostOffered ? [] : People.Values
        .Where(person => person.Standing is Standing.Eligible).Select(person => Names.Of(person.PersonId)).Order(StringComparer.Ordinal);

    PersonNames Names => field ??= new(People.Values);

    string Name(string id) => Names.Of(id);
}

/// <summary>What became of a proposal.</summary>
/// <param name="Who">Name of the lead who decided first.</param>
/// <param name="At">UTC.</param>
/// <param name="Approved">Whether it was approved; otherwise it was sent back.</param>
public sealed record DecidedProposal(string Who, DateTimeOffset At, bool Approved);

/// <summary>Costs of changes as a table.</summary>
/// <param name="Matching">The page they are on.</param>
/// <param name="Costs">One row each.</param>
public sealed record WishCostsModel(MatchingModel Matching, IReadOnlyList<WishCost> Costs);
