using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Introductions;

/// <summary>How often and by which tool partners will talk.</summary>
static class AgreementForm
{
    const string Rhythm = "rhythm";

    public static Form Form { get; } = new(
        "agreement",
        new ChoiceQuestion(Rhythm, "weekly", "fortnightly", "monthly"),
        new ChoiceQuestion("tool", "email", "whatsapp", "video", "phone", "social", "other"),
        new TextQuestion("other", 100) { Required = false })
    { Decides = Rhythm };

    public static DecisionRequest Question(CohortSettings settings, Group group, Person reader, IReadOnlyList<Person> partners) =>
        Form.Question(group.CohortId, reader.PersonId, new ProgrammeCalendar(settings).End, group.GroupId, reader.PersonId) with
        {
            Worded = new Dictionary<string, WordedFact> { ["partners"] = WordedFact.Names(partners) },
        };

    public static string DecisionId(string groupId, string personId) => Form.DecisionId(groupId, personId);
}
