using Ilnp.Forms;

namespace Ilnp.Matching;

/// <summary>A lead's word on the proposed pairs.</summary>
static class MatchApprovalForm
{
    public static Form Form { get; } = new(
        "match-approval",
        new ChoiceQuestion("choice", "approve", "revise"),
        new TextQuestion("keep", 500) { Required = false },
        new TextQuestion("apart", 500) { Required = false },
        new TextQuestion("together", 500) { Long = true, Required = false },
        new TextQuestion("note", 1000) { Long = true, Required = false })
    { Decides = "choice", Review = "/matching" };
}
