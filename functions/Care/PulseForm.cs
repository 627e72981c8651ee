using Ilnp.Forms;

namespace Ilnp.Care;

/// <summary>Whether partners hear from each other.</summary>
static class PulseForm
{
    public static Form Form { get; } = new(
        "pulse",
        new ChoiceQuestion("choice", "heard", "not-yet", "trouble", "leave"),
        new TextQuestion("note", 1000) { Long = true, Required = false })
    { Decides = "choice" };
}
