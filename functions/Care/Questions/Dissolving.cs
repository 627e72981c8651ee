using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Care.Questions;

/// <summary>
/// A lead's own word that a group does not go on, without a concern that asked for one. Nobody leaves the programme by it.
/// </summary>
public static class Dissolving
{
    public const string Name = "group-dissolve";

    /// <summary>A new partner for each, at once.</summary>
    public const string Search = "search";

    /// <summary>Each place is kept; one press in a mail brings a new partner.</summary>
    public const string Rest = "rest";

    public static Form Form { get; } = new(Name, new ChoiceQuestion("choice", Search, Rest)) { Decides = "choice" };

    /// <summary>The group's orchestration hears the answer.</summary>
    public static DecisionRequest Question(CohortSettings settings, Group group, string leadId) =>
        Form.Question(group.CohortId, leadId, new ProgrammeCalendar(settings).End, group.GroupId, leadId) with
        {
            InstanceId = InstanceIds.Group(group.CohortId, group.GroupId),
            EventName = ConcernQuestion.Decided,
            Receipt = false,
            Facts = new Dictionary<string, string> { ["group"] = group.GroupId },
        };

    /// <summary>What ids of such words begin with; of one group's when it is named.</summary>
    public static bool Is(string decisionId, string? groupId = null) =>
        decisionId.StartsWith(groupId is null ? Form.DecisionPrefix() : Form.DecisionPrefix(groupId), StringComparison.Ordinal);
}
