using Ilnp.Forms;

namespace Ilnp.Screening.Duplicates;

/// <summary>A lead's word on two applications that may be one person's.</summary>
static class DuplicateForm
{
    public static Form Form { get; } = new(
        "duplicate",
        new ChoiceQuestion("choice", "same", "different"))
    { Decides = "choice", Review = "" };
}
