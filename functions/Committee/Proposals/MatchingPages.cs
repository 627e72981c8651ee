using System.Security.Cryptography;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Lists;
using Ilnp.Forms;
using Ilnp.Matching;
using Ilnp.Matching.Wishes;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Proposals;

/// <summary>
/// The page of a proposal. Asking what changes cost computes and stores nothing; a lead keeps them for the next proposal by a button.
/// </summary>
public sealed class MatchingPages(
    CommitteePages committee, MatchingReading reading, WishStore wishes, CohortProposer proposer, CommitteeActStore acts, TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/matching";

    /// <summary>What a page may take to compute costs: then the best found until then is told.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Function(nameof(ShowMatching))]
    public Task<IActionResult> ShowMatching(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var model = await reading.ReadAsync(reader, name => request.Query[name].ToString(), cancellation);
            return new HtmlPage(
                MatchingPage.Create(
                    request.Query.ContainsKey(MatchingWishes.Try) && model.MayChange ? await TryAsync(model, cancellation) : model));
        });

    /// <summary>
    /// Shows another part of the list, computes costs, keeps the changes for the next proposal, or takes one back, by the button that was
    /// pressed. All by one form, so that nothing ticked is lost and nobody's name stands in an address.
    /// </summary>
    [Function(nameof(ChangeMatching))]
    public Task<IActionResult> ChangeMatching(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var posted = await PostedForm.ReadAsync(request);
            var model = await reading.ReadAsync(
                reader, name => string.Join(',', (posted.GetValueOrDefault(name) ?? []).Where(value => value.Length > 0)), cancellation);
            // Somebody decided while the page stood open: it says so when it is read anew.
            if (model.Decided is not null) return new SeeOther(request.Path);
            if (!model.MayChange || model.Proposal is not { } proposal) return new StatusCodeResult(StatusCodes.Status403Forbidden);
            if (posted.ContainsKey(MatchingWishes.Show) || posted.ContainsKey(PageLinks.Page))
                return new HtmlPage(MatchingPage.Create(model));
            if (posted.ContainsKey(MatchingWishes.Undo) || posted.ContainsKey(MatchingWishes.Redo))
                return await StepAsync(request, model, proposal, cancellation);
            var asked = Read(model);
            if (posted.ContainsKey(MatchingWishes.Try)) return new HtmlPage(MatchingPage.Create(await TryAsync(model, cancellation)));
            if (asked.NotUnderstood.Count > 0)
                return new HtmlPage(MatchingPage.Create(await TryAsync(model, cancellation)), StatusCodes.Status422UnprocessableEntity);
            await acts.DoOnceAsync(
                cohortId,
                RandomNumberGenerator.GetHexString(16),
                new(cohortId, time.GetUtcNow(), reader.Member.Id, CohortActs.Wish),
                async _ =>
                {
                    await wishes.ChangeAsync(
                        cohortId, proposal.Round + 1,
                        list => list.Changed(asked.Wishes, model.Field(MatchingWishes.Remove)) with { Round = proposal.Round + 1 },
                        cancellation);
                    return true;
                }, cancellation);
            return new SeeOther(request.Path);
        });

    /// <summary>
    /// Takes the last change back, or makes it again: the one that the page showed. Where somebody has changed the wishes since, nothing is
    /// done, and the page shows what is wished now.
    /// </summary>
    async Task<IActionResult> StepAsync(HttpRequest request, MatchingModel model, ProposalSummary proposal, CancellationToken cancellation)
    {
        var (undo, redo, id) = (model.Field(MatchingWishes.Undo), model.Field(MatchingWishes.Redo), model.Reader.Cohort.Id);
        var (version, action) = undo.Length > 0 ? (undo, CohortActs.Undo) : (redo, CohortActs.Redo);
        var steps = action == CohortActs.Undo ? model.Kept.Done : model.Kept.Undone;
        if (steps.Count == 0 || version != $"{model.Kept.Version}") return Meanwhile(model, await LatestAsync(id, cancellation));
        var act = new CommitteeAct(id, time.GetUtcNow(), model.Reader.Member.Id, action);
        var end = await acts.DoByOneAsync(id, model.Reader.Member.Id, $"{proposal.Round} {action} {version}", act, async begun =>
        {
            var isMade = begun.IsAgain;
            await wishes.ChangeAsync(id, proposal.Round + 1, list =>
            {
                isMade = $"{list.Version}" == version;
                return (isMade ? action == CohortActs.Undo ? list.Undo() : list.Redo() : list) with { Round = proposal.Round + 1 };
            }, cancellation);
            return isMade || begun.IsAgain;
        }, cancellation);
        return end.IsDone ? new SeeOther(request.Path) : Meanwhile(model, end);
    }

    /// <summary>Who changed the wishes last.</summary>
    async Task<PressEnd> LatestAsync(string cohortId, CancellationToken cancellation) => new(false)
    {
        Latest = (await acts.ListAsync(cohortId, cohortId, cancellation))
            .LastOrDefault(act => act.Action is CohortActs.Wish or CohortActs.Undo or CohortActs.Redo),
    };

    static HtmlPage Meanwhile(MatchingModel model, PressEnd end) =>
        new(
            MatchingPage.Create(model with { IsMeanwhile = true, WhoWasFirst = WhoWasFirst.Of(model.Reader, end) }),
            StatusCodes.Status409Conflict);

    static WishWords Read(MatchingModel model) =>
        MatchingWishes.Read(model.Field, [.. model.Rows.Select(row => row.Group)], [.. model.People.Values]);

    async Task<MatchingModel> TryAsync(MatchingModel model, CancellationToken cancellation)
    {
        var asked = Read(model);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return model with
        {
            Asked = asked,
            Tried = await proposer.TryAsync(model.Reader.Cohort, model.Kept.Plus(asked.Wishes).Wishes, patience.Token),
        };
    }
}
