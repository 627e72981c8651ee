using Ilnp.Forms;

namespace Ilnp.Care.Questions;

/// <summary>Whether partners hear from each other, and what somebody needs.</summary>
static class PulseForm
{
    public static Form Form { get; } = new(
        Pulse.Form,
        new ChoiceQuestion(
            "choice", [Pulse.Heard, Pulse.NotYet, Pulse.Mismatch, Pulse.Trouble, .. Pulse.Pauses, Pulse.Technical, Pulse.Leave]),
        new ChoiceQuestion("sure", "yes") { OnlyIf = new("choice", Pulse.Leave) { InSecondStep = true } },
        new ChoiceQuestion(Pulse.Help, Pulse.Background, Pulse.Hours)
        {
            Several = true,
            Required = false,
            OnlyIf = new("choice", Pulse.Mismatch),
        },
        new TextQuestion("note", 1000) { Long = true, Required = false })
    { Decides = "choice" };
}
