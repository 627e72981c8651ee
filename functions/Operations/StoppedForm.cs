using Ilnp.Forms;

namespace Ilnp.Operations;

/// <summary>A technical member's or lead's word on what stopped.</summary>
public static class StoppedForm
{
    const string Name = "stopped";

    /// <summary>What stopped goes on from where it stopped.</summary>
    public const string GoOn = "go-on";

    public static Form Form { get; } = new(Name, new ChoiceQuestion("choice", GoOn, "leave")) { Decides = "choice", Review = "" };

    /// <summary>One decision for each stoppage and member.</summary>
    public static string DecisionId(string stoppageId, string memberId) => $"{Name}-{stoppageId}-{memberId}";

    public static bool IsAbout(string decisionId, string stoppageId) =>
        decisionId.StartsWith(DecisionId(stoppageId, ""), StringComparison.Ordinal);

    /// <summary>The stoppage that a decision is about: its id has no hyphen.</summary>
    public static string StoppageOf(string decisionId) => decisionId.Split('-')[1];
}
