using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Assignments.Questions;

/// <summary>
/// Whether a member of a group agrees that exactly these words stand in the report: form name, with the choices of <see cref="HandIn"/>.
/// </summary>
public static class MayShow
{
    public const string Name = "shown-assignment";

    /// <summary>As long as anything of a cohort is kept by default: nothing is shown that cannot be taken back.</summary>
    const int OpenDays = 365;

    internal static Form Form { get; } = new(
        Name,
        new ChoiceQuestion(HandIn.Consent, HandIn.Named, HandIn.Unnamed, HandIn.No) { OptionTexts = $"{HandIn.Name}.{HandIn.Consent}" })
    {
        Decides = HandIn.Consent,
    };

    /// <summary>What the ids of all of a cohort begin with.</summary>
    public static string All => Form.DecisionPrefix();

    /// <summary>Has the author's id: a question about somebody's words is one about them.</summary>
    public static string DecisionId(HandedIn work, string personId) => Form.DecisionId(About(work, personId));

    /// <summary>What the ids of all of a group begin with.</summary>
    internal static string Prefix(string groupId) => Form.DecisionPrefix(groupId);

    /// <summary>Of which group a question is.</summary>
    internal static string GroupOf(Decision decision) => decision.DecisionId[Form.DecisionPrefix().Length..].Split('-')[0];

    internal static DecisionRequest Question(CohortSettings settings, HandedIn work, string personId) =>
        Form.Question(settings.Id, personId, Closes(settings), About(work, personId)) with { Receipt = false };

    /// <summary>UTC.</summary>
    internal static DateTime Closes(CohortSettings settings) => new ProgrammeCalendar(settings).FinalSurveyCloses.AddDays(OpenDays);

    static string[] About(HandedIn work, string personId) => [work.GroupId, work.AuthorId, work.Stamp, personId];
}
