using Ilnp.Approvals;
using Microsoft.DurableTask.Client;

namespace Ilnp.Surveys;

/// <summary>The liaison hears of no contact as soon as it is said, not when the survey closes two weeks later.</summary>
sealed class NoContactEffect(NoContactLetters letters) : IDecisionEffect
{
    public string Form => MidSurveyForm.Form.Name;

    public Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation) =>
        letters.WriteAsync(decision, cancellation);
}
