using Ilnp.Forms;

namespace Ilnp.Care;

/// <summary>Whether a sound pair takes in a third.</summary>
static class TrioConsentForm
{
    public static Form Form { get; } = new(
        "trio-consent",
        new ChoiceQuestion("choice", "agree", "keep"))
    { Decides = "choice" };
}
