using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Care.Questions;

/// <summary>What is decided about a concern. Whoever takes somebody out of the programme is asked twice.</summary>
static class LiaisonForms
{
    public static IReadOnlyList<Form> All { get; } =
    [
        Of(ConcernKind.Silence, ConcernQuestion.Part, ConcernQuestion.Well, ConcernQuestion.Wait, ConcernQuestion.Remove),
        Of(ConcernKind.Mutual, ConcernQuestion.Well, ConcernQuestion.Part, ConcernQuestion.Wait),
        Of(ConcernKind.Mismatch, ConcernQuestion.Part, ConcernQuestion.Well, ConcernQuestion.Wait),
        Of(ConcernKind.Quiet, ConcernQuestion.Well, ConcernQuestion.Part, ConcernQuestion.Wait),
        Of(ConcernKind.Trouble, ConcernQuestion.Part, ConcernQuestion.Hold, ConcernQuestion.Well, ConcernQuestion.Wait),
    ];

    /// <summary>Conduct is the leads' alone; for all else they help the liaisons.</summary>
    public static IReadOnlyList<CommitteeRole> RolesOf(Form form) =>
        form.Name == ConcernQuestion.FormOf(ConcernKind.Trouble) ? [CommitteeRole.Lead] : [CommitteeRole.Liaison, CommitteeRole.Lead];

    /// <summary>The confidential one goes to nobody who was not asked at once: the group's liaison may be a lead.</summary>
    public static CommitteeForm Asked(Form form) => new(form.Name, RolesOf(form))
    {
        IdFor = ConcernQuestion.To,
        IsAskedTogether = form.Name == ConcernQuestion.FormOf(ConcernKind.Trouble),
    };

    static Form Of(ConcernKind kind, params string[] choices)
    {
        var choice = new ChoiceQuestion("choice", choices);
        return choices.Contains(ConcernQuestion.Remove)
            ? new(
                ConcernQuestion.FormOf(kind),
                choice,
                new ChoiceQuestion("sure", "yes") { OnlyIf = new("choice", ConcernQuestion.Remove) { InSecondStep = true } })
            {
                Decides = "choice",
            }
            : new(ConcernQuestion.FormOf(kind), choice) { Decides = "choice" };
    }
}
