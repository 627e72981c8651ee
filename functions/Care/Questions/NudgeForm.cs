using Ilnp.Forms;

namespace Ilnp.Care.Questions;

/// <summary>A word from somebody whose partner has not heard from them.</summary>
static class NudgeForm
{
    public static Form Form { get; } = new(
        Nudge.Form,
        new ChoiceQuestion("choice", [Nudge.Here, .. Pulse.Pauses, Pulse.Technical, Pulse.Mismatch, Pulse.Leave]),
        new ChoiceQuestion("sure", "yes") { OnlyIf = new("choice", Pulse.Leave) { InSecondStep = true } },
        new TextQuestion("note", 1000) { Long = true, Required = false })
    { Decides = "choice" };
}
