using Ilnp.Forms;

namespace Ilnp.Care.Questions;

/// <summary>The way back for somebody whose place is kept: form name and choices.</summary>
public static class Comeback
{
    public const string Name = "comeback";
    public const string Back = "back";

    internal static Form Form { get; } = new(Name, new ChoiceQuestion("choice", Back, Pulse.Leave)) { Decides = "choice" };

    public static string DecisionId(string groupId, string personId) => $"{Name}-{groupId}-{personId}";
}
