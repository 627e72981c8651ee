using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Continuing.Questions;

/// <summary>The end, at any moment, of the time that a group has added: form name and choices.</summary>
public static class StopLonger
{
    public const string Name = "stop-longer";
    public const string Stop = "stop";
    public const string Stay = "stay";

    internal static Form Form { get; } = new(Name, new ChoiceQuestion("choice", Stop, Stay)) { Decides = "choice" };

    /// <summary>What ids of all of a group begin with.</summary>
    internal static string Prefix(string groupId) => Form.DecisionPrefix(groupId);

    /// <summary>Of which group a question is.</summary>
    internal static string GroupOf(string decisionId) => decisionId[Form.DecisionPrefix().Length..].Split('-')[0];

    internal static DecisionRequest Question(Group group, Person asked, IReadOnlyList<Person> others) =>
        Form.Question(group.CohortId, asked.PersonId, group.GoesOn!.Until, group.GroupId, asked.PersonId) with
        {
            InstanceId = InstanceIds.Longer(group.CohortId, group.GroupId),
            EventName = Longer.Said,
            Receipt = false,
            Worded = new Dictionary<string, WordedFact> { ["partners"] = WordedFact.Names(others) },
        };
}
