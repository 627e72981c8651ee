using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.SecondPartners.Questions;

/// <summary>The end, at any moment, of a second pair: form name and choices.</summary>
public static class StopSecond
{
    public const string Name = "stop-second";
    public const string Stop = "stop";
    public const string Keep = "keep";

    internal static Form Form { get; } = new(Name, new ChoiceQuestion("choice", Stop, Keep)) { Decides = "choice" };

    /// <summary>What ids of all of a cohort begin with.</summary>
    internal static string All => Form.DecisionPrefix();

    /// <summary>Of which pair a question is. Pair ids have no hyphens.</summary>
    internal static string PairOf(string decisionId) => decisionId[All.Length..].Split('-')[0];

    public static DecisionRequest Question(SecondPair pair, Person asked, Person partner, DateTimeOffset closes) =>
        Form.Question(pair.CohortId, asked.PersonId, closes, pair.PairId, asked.PersonId) with
        {
            InstanceId = InstanceIds.Seconds(pair.CohortId),
            EventName = Second.Said,
            Receipt = false,
            Worded = new Dictionary<string, WordedFact> { ["partner"] = WordedFact.Names([partner]) },
        };
}
