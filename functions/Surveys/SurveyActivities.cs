using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Surveys;

/// <summary>Invitations to the surveys, and what follows from an answer at once.</summary>
public sealed class SurveyActivities(
    CohortStore cohorts, PeopleStore people, DecisionStore decisions, Questions questions, NoContactLetters noContact)
{
    [Function(nameof(StartSurvey))]
    public Task StartSurvey([ActivityTrigger] SurveyRound survey, [DurableClient] DurableTaskClient client) =>
        client.StartOnceAsync(nameof(SurveyOrchestrator), survey, InstanceIds.Survey(survey.CohortId, survey.Kind.Form().Name));

    /// <summary>Everybody in a group now.</summary>
    [Function(nameof(ListSurveyed))]
    public async Task<IReadOnlyList<string>> ListSurveyed([ActivityTrigger] string cohortId) =>
        [.. (await people.ListAsync(cohortId, [Standing.Active])).Select(person => person.PersonId)];

    [Function(nameof(InviteToSurvey))]
    public Task InviteToSurvey([ActivityTrigger] SurveyInvitation invitation) =>
        AskAsync(invitation, "invitation", invitation.Kind.Form().Name);

    /// <summary>Reminds unless the person has answered or left since.</summary>
    [Function(nameof(RemindOfSurvey))]
    public async Task RemindOfSurvey([ActivityTrigger] SurveyInvitation invitation)
    {
        var decision = await decisions.FindAsync(invitation.CohortId, invitation.Kind.Form().DecisionId(invitation.PersonId));
        if (decision is { AnsweredAt: null }) await AskAsync(invitation, "reminder", "survey-reminder");
    }

    /// <summary>Every person who reports no contact is a matter for their liaison; who has heard it at once hears nothing more.</summary>
    [Function(nameof(TellLiaisonsOfNoContact))]
    public async Task TellLiaisonsOfNoContact([ActivityTrigger] string cohortId)
    {
        foreach (var survey in await decisions.ListAsync(cohortId, MidSurveyForm.Form.DecisionPrefix())) await noContact.WriteAsync(survey);
    }

    async Task AskAsync(SurveyInvitation invitation, string occurrence, string template)
    {
        var settings = await cohorts.GetAsync(invitation.CohortId);
        var person = await people.GetAsync(invitation.CohortId, invitation.PersonId);
        if (person.Standing != Standing.Active) return;
        var form = invitation.Kind.Form();
        await questions.AskAsync(
            form.Question(person.CohortId, person.PersonId, invitation.Closes, person.PersonId),
            person,
            new(form.Name, occurrence, template)
            {
                Model = new Dictionary<string, object?>
                {
                    ["close_date"] = DateText.LastDay(invitation.Closes, settings, person),
                    ["survey"] = invitation.Kind == SurveyKind.Mid ? "mid" : "final",
                },
            });
    }
}
