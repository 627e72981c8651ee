using Ilnp.Forms;

namespace Ilnp.Availability;

/// <summary>The participation inquiry.</summary>
static class AvailabilityForm
{
    public static Form Form { get; } = new(
        "availability",
        new ChoiceQuestion("choice", "yes", "later", "no"))
    { Decides = "choice" };
}
