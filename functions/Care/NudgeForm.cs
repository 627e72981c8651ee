using Ilnp.Forms;

namespace Ilnp.Care;

/// <summary>A word from somebody whose partner has not heard from them.</summary>
static class NudgeForm
{
    public static Form Form { get; } = new(
        "nudge",
        new ChoiceQuestion("choice", "here", "leave"))
    { Decides = "choice" };
}
