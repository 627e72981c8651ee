using Ilnp.Approvals;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Matching;

/// <summary>Asks the leads about a proposal.</summary>
public sealed class MatchApprovalActivities(
    CohortStore cohorts, ApprovalLetters letters, DecisionStore decisions, Questions questions, TimeProvider time)
{
    /// <summary>Every lead gets the figures, a few pairs, the page with all of them, and the link that decides.</summary>
    [Function(nameof(AskMatchApproval))]
    public async Task AskMatchApproval([ActivityTrigger] ApprovalRequest request)
    {
        var settings = await cohorts.GetAsync(request.CohortId);
        var shown = await letters.ReadAsync(request);
        foreach (var lead in request.Reminder == 0 ? settings.Leads : await RemindedAsync(settings, request.Round))
        {
            var letter = letters.Of(shown, lead)
                .With("needed", settings.Of<ApprovalSettings>().Needed).With("remind_days", settings.Care.RemindDays)
                .With("heard_by", Silence.InWords(settings, lead.Id));
            var question = MatchApprovalForm.Question(settings, request, lead, shown.Groups.Count, shown.Summary.Countries);
            await questions.AskAsync(question, lead, letter);
        }
    }

    /// <summary>Leads who have not approved and are there; all who have not, when none of them is there.</summary>
    async Task<IReadOnlyList<CommitteeMember>> RemindedAsync(CohortSettings settings, int round)
    {
        var answered = (await decisions.ListAsync(settings.Id, MatchApprovalForm.Prefix(round)))
            .Where(decision => decision.Version > 0).Select(decision => decision.SubjectId).ToHashSet();
        var (open, today) = (settings.Leads.Where(lead => !answered.Contains(lead.Id)).ToList(), settings.Today(time.GetUtcNow()));
        return open.Where(lead => settings.StandIn(lead, today) is null).ToList() is { Count: > 0 } there ? there : open;
    }
}
