using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Screening;

/// <summary>The leads see what came in and decide who is one person.</summary>
public sealed class ReviewActivities(
    CohortStore cohorts, DuplicateReview duplicates, IntakeReview review,
    DecisionLinks links, Correspondence correspondence, IOptions<WebOptions> web)
{
    [Function(nameof(ProposeDuplicates))]
    public async Task<IReadOnlyList<string>> ProposeDuplicates([ActivityTrigger] string cohortId) =>
        [.. (await duplicates.ProposeAsync(cohortId)).Where(proposal => proposal.Decision == DuplicateDecision.Open)
            .Select(proposal => proposal.ProposalId)];

    [Function(nameof(ResolveDuplicate))]
    public Task ResolveDuplicate([ActivityTrigger] DuplicateResolution resolution) =>
        duplicates.ResolveAsync(resolution.CohortId, resolution.ProposalId, same: resolution.Choice == DuplicateForm.Same);

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
                ["url"] = await links.OpenAsync(DuplicateForm.Question(settings, request, lead, proposed)),
            }));
            await correspondence.WriteAsync(request.CohortId, lead, new("review", "applications", "intake-review")
            {
                Model = Model(figures, proposals, new Uri(web.Value.BaseAddress, $"cohorts/{request.CohortId}/unknown")),
            });
        }
    }

    static Dictionary<string, object?> Model(IntakeFigures figures, IReadOnlyList<object> proposals, Uri settle) => new()
    {
        ["received"] = figures.Received,
        ["eligible"] = figures.Eligible,
        ["ineligible"] = figures.Ineligible,
        ["held_back"] = figures.HeldBack,
        ["duplicates"] = figures.Duplicates,
        ["problems"] = figures.Problems.Select(problem =>
            new Dictionary<string, object?> { ["row"] = problem.Place, ["problem"] = problem.Words }).ToList(),
        ["proposals"] = proposals,
        ["settle_url"] = settle,
    };
}
