using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Assignments.Questions;

/// <summary>What came of a group's joint task: form name, questions and choices. Each member has their own; the latest counts.</summary>
public static class HandIn
{
    public const string Name = "assignment";

    public const string Task = "task", Text = "text", Language = "language";

    /// <summary>The question that decides, and its choices.</summary>
    public const string Consent = "consent", Named = "named", Unnamed = "unnamed", No = "no";

    /// <summary>UTF-16 units: a few paragraphs.</summary>
    public const int Longest = 1500;

    static readonly string[] Languages = ["ar", "en", "es", "fr", "ja", "ko", "pt", "ru", "zh"];

    internal static Form Form { get; } = new(
        Name,
        new ChoiceQuestion(Task, JointTasks.All),
        new TextQuestion(Text, Longest) { Long = true },
        new ChoiceQuestion(Language, Languages) { Required = false, OfLanguages = true },
        new ChoiceQuestion(Consent, Named, Unnamed, No))
    {
        Decides = Consent,
    };

    public static string DecisionId(string groupId, string personId) => Form.DecisionId(groupId, personId);

    /// <summary>What the ids of all of a cohort begin with.</summary>
    public static string All => Form.DecisionPrefix();

    /// <summary>What the ids of all of a group begin with.</summary>
    internal static string Prefix(string groupId) => Form.DecisionPrefix(groupId);

    /// <summary>Of which group a question is; null for what is none of this form. Group ids have no hyphens.</summary>
    internal static string? GroupOf(Decision decision) =>
        decision.Request.Form == Name ? decision.DecisionId[Form.DecisionPrefix().Length..].Split('-')[0] : null;

    /// <summary>Null for what is not answered, and for what is none of this form.</summary>
    internal static HandedIn? Read(Decision decision) =>
        GroupOf(decision) is { } group && decision.Answer(Text) is { } text && decision.Answer(Task) is { } task
            ? new(group, decision.SubjectId, task, text, decision.AnsweredAt!.Value) { Language = decision.Answer(Language) }
            : null;

    /// <summary>Open as long as the final survey, so that the report has it.</summary>
    internal static DecisionRequest Question(CohortSettings settings, Group group, Person asked, IReadOnlyList<Person> others) =>
        Form.Question(
            group.CohortId, asked.PersonId, new ProgrammeCalendar(settings).FinalSurveyCloses, group.GroupId, asked.PersonId) with
        {
            Receipt = false,
            Worded = new Dictionary<string, WordedFact> { ["partners"] = WordedFact.Names(others) },
        };
}
