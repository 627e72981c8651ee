using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Screening;

/// <summary>The leads see what came in and decide who is one person.</summary>
public sealed class ReviewActivities(CohortStore cohorts, DuplicateReview duplicates, IntakeReview review, DecisionLinks links, Correspondence correspondence)
{
    [Function(nameof(ProposeDuplicates))]
    public async Task<IReadOnlyList<string>> ProposeDuplicates([ActivityTrigger] string cohortId) =>
        [.. (await duplicates.ProposeAsync(cohortId)).Where(proposal => proposal.Decision == DuplicateDecision.Open).Select(proposal => proposal.ProposalId)];

    [Function(nameof(ResolveDuplicate))]
    public Task ResolveDuplicate([ActivityTrigger] DuplicateResolution resolution) =>
        duplicates.ResolveAsync(resolution.CohortId, resolution.ProposalId, same: resolution.Choice == DuplicateWords.Same);

    /// <summary>Figures, problems, and a link for each possible duplicate, to every lead.</summary>
    [Function(nameof(SendReview))]
    public async Task SendReview([ActivityTrigger] ReviewRequest request)
    {
        var settings = await cohorts.GetAsync(request.CohortId);
        var figures = await review.SummariseAsync(request.CohortId);
        foreach (var lead in settings.Leads)
        {
            var open = figures.Proposals.Where(proposed => proposed.Proposal.Decision == DuplicateDecision.Open);
            var proposals = await Task.WhenAll(open.Select(async proposed => new Dictionary<string, object?>
            {
                ["first"] = proposed.First,
                ["second"] = proposed.Second,
                ["why"] = proposed.Proposal.Why,
                ["url"] = await links.OpenAsync(Request(request, lead, proposed)),
            }));
            await correspondence.WriteAsync(request.CohortId, lead, new("review", "applications", "intake-review") { Model = Model(figures, proposals) });
        }
    }

    static DecisionRequest Request(ReviewRequest request, CommitteeMember lead, ProposedDuplicate proposed) => new()
    {
        CohortId = request.CohortId,
        DecisionId = DuplicateWords.DecisionId(proposed.Proposal.ProposalId, lead.Id),
        Form = DuplicateWords.Form,
        SubjectId = lead.Id,
        ClosesAt = request.Closes,
        InstanceId = request.InstanceId,
        EventName = ReviewOrchestrator.DecidedEvent,
        Facts = new Dictionary<string, string> { ["first"] = proposed.First, ["second"] = proposed.Second, ["why"] = proposed.Proposal.Why },
    };

    static Dictionary<string, object?> Model(IntakeFigures figures, IReadOnlyList<object> proposals) => new()
    {
        ["received"] = figures.Received,
        ["eligible"] = figures.Eligible,
        ["ineligible"] = figures.Ineligible,
        ["duplicates"] = figures.Duplicates,
        ["problems"] = figures.Problems.Select(problem => new Dictionary<string, object?> { ["row"] = problem.Place, ["problem"] = problem.Words }).ToList(),
        ["proposals"] = proposals,
    };
}

/// <summary>Words of the decision about a possible duplicate.</summary>
public static class DuplicateWords
{
    public const string Form = "duplicate";
    public const string Same = "same";

    /// <summary>One decision for each lead and proposal.</summary>
    public static string DecisionId(string proposalId, string memberId) => $"{Form}-{proposalId}-{memberId}";

    /// <summary>The proposal that a decision is about: two person ids, which have no hyphens.</summary>
    public static string ProposalOf(string decisionId) => string.Join('-', decisionId.Split('-').Skip(1).Take(2));
}
