using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.SecondPartners.Questions;

/// <summary>Whether somebody would like a second partner, or minds that their partner has one: form name, choices, event name.</summary>
public static class Second
{
    public const string Name = "second";

    /// <summary>Would like to meet somebody else too.</summary>
    public const string Wish = "wish";

    /// <summary>Not for me, but the others may.</summary>
    public const string Fine = "fine";

    /// <summary>Would rather stay as we are: nobody of the group gets one.</summary>
    public const string Stay = "stay";

    /// <summary>In place of a choice: this member goes for good.</summary>
    public const string Leave = "leave";

    /// <summary>Raised when a member answers, ends it, or goes for good.</summary>
    public const string Said = "SecondSaid";

    internal static Form Form { get; } = new(Name, new ChoiceQuestion("choice", Wish, Fine, Stay)) { Decides = "choice" };

    public static string DecisionId(string groupId, string personId) => Form.DecisionId(groupId, personId);

    /// <summary>Of which group a question is. Group ids have no hyphens.</summary>
    public static string GroupOf(string decisionId) => decisionId[Form.DecisionPrefix().Length..].Split('-')[0];

    /// <summary>What ids of all answers in a group begin with.</summary>
    public static string Prefix(string groupId) => Form.DecisionPrefix(groupId);

    /// <summary>What ids of all answers of a cohort begin with.</summary>
    public static string All => Form.DecisionPrefix();

    /// <summary>Whether an id is that of such an answer.</summary>
    public static bool IsOf(string decisionId) => decisionId.StartsWith(All, StringComparison.Ordinal);

    internal static DecisionRequest Question(Group group, Person asked, IReadOnlyList<Person> others, SecondDates dates) =>
        Form.Question(group.CohortId, asked.PersonId, dates.Pairs, group.GroupId, asked.PersonId) with
        {
            InstanceId = InstanceIds.Seconds(group.CohortId),
            EventName = Said,
            Receipt = false,
            Worded = new Dictionary<string, WordedFact> { ["partners"] = WordedFact.Names(others) },
        };
}
