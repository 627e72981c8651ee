using Ilnp.Forms;

namespace Ilnp.Care.Questions;

/// <summary>Whether a sound pair takes in a third.</summary>
static class TrioConsentForm
{
    public static Form Form { get; } = new(
        TrioConsent.Form,
        new ChoiceQuestion("choice", TrioConsent.Agree, TrioConsent.Keep))
    { Decides = "choice" };
}
