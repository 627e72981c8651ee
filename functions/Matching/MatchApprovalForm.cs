using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>A lead's word on the proposed pairs: one decision for each round and lead.</summary>
static class MatchApprovalForm
{
    public const string Approve = "approve", Keep = "keep", Apart = "apart", Together = "together", Note = "note";

    const string Choice = "choice";

    /// <summary>After the cohort's end: the matching waits for as long as nobody decides, and so does the question.</summary>
    static readonly TimeSpan Open = TimeSpan.FromDays(365);

    public static Form Form { get; } = new(
        "match-approval",
        new ChoiceQuestion(Choice, Approve, "revise"),
        new TextQuestion(Keep, 500) { Required = false },
        new TextQuestion(Apart, 500) { Required = false },
        new TextQuestion(Together, 500) { Long = true, Required = false },
        new TextQuestion(Note, 1000) { Long = true, Required = false })
    { Decides = Choice, Review = "/matching", Final = true };

    public static bool Approves(FormReading reading) => reading.Of(Choice) is [Approve];

    public static string DecisionId(int round, string memberId) => Form.DecisionId($"{round}", memberId);

    public static string Prefix(int round) => Form.DecisionPrefix($"{round}");

    /// <summary>The proposal that a decision is about; null for an id that names none.</summary>
    public static int? RoundOf(string decisionId) =>
        decisionId[Form.DecisionPrefix().Length..].Split('-')[0] is var round
            && int.TryParse(round, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool IsOf(string decisionId, int round) => decisionId.StartsWith(Prefix(round), StringComparison.Ordinal);

    public static DecisionRequest Question(
        CohortSettings settings, ApprovalRequest request, CommitteeMember lead, int pairs, int countries) =>
        Form.Question(settings.Id, lead.Id, new ProgrammeCalendar(settings).End + Open, $"{request.Round}", lead.Id) with
        {
            InstanceId = request.InstanceId,
            EventName = MatchingOrchestrator.ApprovalEvent,
            Facts = new Dictionary<string, string> { ["pairs"] = $"{pairs}", ["countries"] = $"{countries}" },
        };
}
