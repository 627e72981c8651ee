using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Continuing.Questions;

/// <summary>Whether somebody would like to go on with their group after the programme's end: form name, choices, event name.</summary>
public static class Longer
{
    public const string Name = "longer";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>In place of a choice: this member goes for good.</summary>
    public const string Leave = "leave";

    /// <summary>Raised when a member answers, ends it, or goes for good.</summary>
    public const string Said = "LongerSaid";

    internal static Form Form { get; } = new(Name, new ChoiceQuestion("choice", Yes, No)) { Decides = "choice" };

    public static string DecisionId(string groupId, string personId) => Form.DecisionId(groupId, personId);

    /// <summary>Of which group a question is. Group ids have no hyphens.</summary>
    internal static string GroupOf(string decisionId) => decisionId[Form.DecisionPrefix().Length..].Split('-')[0];

    /// <summary>What ids of all answers in a group begin with.</summary>
    public static string Prefix(string groupId) => Form.DecisionPrefix(groupId);

    internal static DecisionRequest Question(
        CohortSettings settings, Group group, Person asked, IReadOnlyList<Person> others, LongerDates dates) =>
        Form.Question(group.CohortId, asked.PersonId, dates.Closes, group.GroupId, asked.PersonId) with
        {
            InstanceId = InstanceIds.Longer(group.CohortId, group.GroupId),
            EventName = Said,
            Receipt = false,
            Facts = new Dictionary<string, string> { ["months"] = MonthsOf(settings) },
            Worded = new Dictionary<string, WordedFact> { ["partners"] = WordedFact.Names(others) },
        };

    internal static string MonthsOf(CohortSettings settings) =>
        settings.Of<ContinuingSettings>().GoOnMonths.ToString(CultureInfo.InvariantCulture);
}
