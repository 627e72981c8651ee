using Ilnp.Forms;

namespace Ilnp.Introductions;

/// <summary>How often and by which tool partners will talk.</summary>
static class AgreementForm
{
    public static Form Form { get; } = new(
        "agreement",
        new ChoiceQuestion("rhythm", "weekly", "fortnightly", "monthly"),
        new ChoiceQuestion("tool", "email", "whatsapp", "video", "phone", "social", "other"),
        new TextQuestion("other", 100) { Required = false })
    { Decides = "rhythm" };
}
