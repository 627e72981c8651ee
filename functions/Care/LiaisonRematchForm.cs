using Ilnp.Forms;

namespace Ilnp.Care;

/// <summary>A liaison's word on a group with a silent member.</summary>
static class LiaisonRematchForm
{
    public static Form Form { get; } = new(
        "liaison-rematch",
        new ChoiceQuestion("choice", "rematch", "wait"))
    { Decides = "choice" };
}
