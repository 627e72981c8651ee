using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Operations;

/// <summary>What stopped is let go on once, by whoever says so first; what stops again is asked about anew.</summary>
sealed class StoppedCheck(DecisionStore decisions, CohortStore cohorts) : IDecisionCheck
{
    public string Form => StoppedForm.Form.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var asked = await decisions.ListAsync(
            decision.CohortId, StoppedForm.Prefix(StoppedForm.StoppageOf(decision.DecisionId)), cancellation);
        if (asked.Where(one => one.Choice == StoppedForm.GoOn).MinBy(one => one.AnsweredAt) is not { } first) return DecisionStand.Open;
        var cohort = await cohorts.GetAsync(decision.CohortId, cancellation);
        return new()
        {
            OverKey = first.SubjectId == decision.SubjectId ? "stopped.over.yours" : "stopped.over",
            Instead = ($"/cohorts/{decision.CohortId}", "stopped.over.look"),
            Facts = new Dictionary<string, string>
            {
                ["who"] = cohort.MemberName(first.SubjectId),
                ["decided"] = DateText.At(first.AnsweredAt!.Value, cohort, TextShelf.First),
            },
        };
    }

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());
}
