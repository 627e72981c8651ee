using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Introductions;

/// <summary>How often and by which tool partners will talk: one answer for the group, by whoever of them gives it.</summary>
static class AgreementForm
{
    const string Rhythm = "rhythm";
    const string Tool = "tool";

    /// <summary>A tool that the partners have not named.</summary>
    public const string Other = "other";

    public static Form Form { get; } = new(
        "agreement",
        new ChoiceQuestion(Rhythm, "weekly", "fortnightly", "monthly"),
        new ChoiceQuestion(Tool, "email", "whatsapp", "video", "phone", "social", Other),
        new TextQuestion(Other, 100) { Required = false })
    { Decides = Rhythm };

    public static DecisionRequest Question(CohortSettings settings, Group group) =>
        Form.Question(group.CohortId, group.GroupId, new ProgrammeCalendar(settings).End, group.GroupId) with { Receipt = false };

    public static string DecisionId(string groupId) => Form.DecisionId(groupId);

    /// <summary>The tool in a code of the form's, or in the partners' own words; null while nothing is agreed.</summary>
    public static string? ToolOf(Decision agreement) =>
        agreement.Answer(Tool) == Other && agreement.Answer(Other) is { } own ? own : agreement.Answer(Tool);
}
