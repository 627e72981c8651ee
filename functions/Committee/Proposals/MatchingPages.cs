using Ilnp.Approvals;
using Ilnp.Committee.Overview;
using Ilnp.Forms;
using Ilnp.Matching;
using Ilnp.Matching.Wishes;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Proposals;

/// <summary>The page of a proposal. Asking what changes cost computes and stores nothing; a lead keeps them for the next proposal by a button.</summary>
public sealed class MatchingPages(
    CommitteePages committee, PeopleStore people, GroupStore groups, ProposalStore proposals, WishStore wishes, CohortProposer proposer, DecisionStore decisions, DecisionLinks links)
{
    const string Route = "cohorts/{cohortId}/matching";

    /// <summary>What a page may take to compute costs: then the best found until then is told.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Function(nameof(ShowMatching))]
    public Task<IActionResult> ShowMatching([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            string Field(string name) => request.Query[name].ToString();
            var model = await ReadAsync(reader, Field, cancellation);
            var asked = request.Query.ContainsKey(MatchingWishes.Try) && model.MayChange ? Read(model, Field) : null;
            return new HtmlPage(MatchingPage.Create(asked is null ? model : model with { Asked = asked, Tried = await TryAsync(reader, model, asked, cancellation) }));
        });

    /// <summary>Keeps the changes for the next proposal, or takes one back.</summary>
    [Function(nameof(ChangeMatching))]
    public Task<IActionResult> ChangeMatching([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var posted = await PostedForm.ReadAsync(request);
            string Field(string name) => string.Join(',', posted.GetValueOrDefault(name) ?? []);
            var model = await ReadAsync(reader, Field, cancellation);
            if (!model.MayChange || model.Proposal is not { } proposal) return new StatusCodeResult(StatusCodes.Status403Forbidden);
            var more = Read(model, Field).Wishes;
            await wishes.ChangeAsync(cohortId, proposal.Round + 1, list => list.Plus(more).Without(Field(MatchingWishes.Remove)) with { Round = proposal.Round + 1 }, cancellation);
            return new SeeOther(request.Path);
        });

    async Task<MatchingModel> ReadAsync(CommitteeReader reader, Func<string, string> field, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var everybody = await people.ListAsync(id, cancellation);
        var rows = GroupRow.Of(reader, (await groups.ListAsync(id, cancellation)).Where(group => group.Status == GroupStatus.Proposed), everybody);
        var latest = await proposals.ListAsync(id, cancellation) is [.., var last] ? last : null;
        var model = new MatchingModel(reader, rows, everybody.ToDictionary(person => person.PersonId), latest)
        {
            Field = field,
            Kept = latest is null ? WishList.None : await wishes.ForRoundAsync(id, latest.Round + 1, cancellation),
            Decision = latest is null ? null : await OwnDecisionAsync(reader, latest.Round, cancellation),
        };
        return model with { Map = MatchingPictures.Map(model), Curve = MatchingPictures.Curve(model) };
    }

    async Task<Uri?> OwnDecisionAsync(CommitteeReader reader, int round, CancellationToken cancellation) =>
        await decisions.FindAsync(reader.Cohort.Id, MatchApprovalForm.DecisionId(round, reader.Member.Id), cancellation) is { Version: 0 } open ? links.Address(open) : null;

    static WishWords Read(MatchingModel model, Func<string, string> field) =>
        MatchingWishes.Read(field, [.. model.Rows.Select(row => row.Group)], [.. model.People.Values]);

    async Task<WishedProposal> TryAsync(CommitteeReader reader, MatchingModel model, WishWords asked, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return await proposer.TryAsync(reader.Cohort, model.Kept.Plus(asked.Wishes).Wishes, patience.Token);
    }
}
