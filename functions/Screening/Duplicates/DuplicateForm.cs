using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>A lead's word on two applications that may be one person's: one decision for each proposal and lead.</summary>
static class DuplicateForm
{
    public const string Same = "same";

    public const string Choice = "choice";

    public static Form Form { get; } = new("duplicate", new ChoiceQuestion(Choice, Same, "different"))
    {
        Decides = Choice,
        Review = "/duplicates",
    };

    /// <summary>
    /// It closes with the programme: when it is too late, <see cref="DuplicateCheck"/> knows, however late people are asked.
    /// </summary>
    public static DecisionRequest Question(
        CohortSettings settings, ReviewRequest request, CommitteeMember lead, ProposedDuplicate proposed) =>
        Form.Question(request.CohortId, lead.Id, new ProgrammeCalendar(settings).End, proposed.Proposal.ProposalId, lead.Id) with
        {
            InstanceId = request.InstanceId,
            EventName = ReviewOrchestrator.DecidedEvent,
            Facts = new Dictionary<string, string>
            {
                ["first"] = proposed.First,
                ["second"] = proposed.Second,
                ["why"] = proposed.Proposal.Why,
            },
        };

    /// <summary>The proposal that a decision is about: two person ids, which have no hyphens.</summary>
    public static string ProposalOf(string decisionId) => string.Join('-', decisionId.Split('-').Skip(1).Take(2));
}
