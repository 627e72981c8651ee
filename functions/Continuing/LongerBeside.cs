using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Ilnp.Standstill;
using Ilnp.Surveys;

namespace Ilnp.Continuing;

/// <summary>Who goes on can be said as long as the final survey can be answered: more time for both is one mail to the committee.</summary>
sealed class LongerBeside(DecisionStore decisions, LongerCircles circles) : IOpenBeside
{
    public string What => LateThing.GoingOn;

    public string With => FinalSurveyForm.Form.DecisionPrefix();

    public async Task<bool> IsOpenAsync(MoreTime given)
    {
        var open = (await decisions.ListAsync(given.CohortId, Longer.Form.DecisionPrefix()))
            .Where(one => one.AnsweredAt is null && given.IsMeant(one.Request.ClosesAt));
        foreach (var group in open.Select(one => Longer.GroupOf(one.DecisionId)).Distinct())
            if ((await circles.GetAsync(given.CohortId, group)).Consent == Consent.Open) return true;
        return false;
    }
}
