using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Surveys;

/// <summary>Invitations to the surveys, and what follows from an answer at once.</summary>
public sealed class SurveyActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, Questions questions, Correspondence correspondence,
    TimeProvider time)
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

    /// <summary>Every person who reports no contact is a matter for their liaison.</summary>
    [Function(nameof(TellLiaisonsOfNoContact))]
    public async Task TellLiaisonsOfNoContact([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        foreach (var decision in await decisions.ListAsync(cohortId, MidSurveyForm.Form.DecisionPrefix()))
            if (decision.Answers?.GetValueOrDefault(MidSurveyForm.HasContact) is [MidSurveyForm.NoContact]
                && await people.FindAsync(cohortId, decision.Request.SubjectId) is { GroupId: { } groupId } reporter)
                await TellLiaisonAsync(settings, reporter, await groups.GetAsync(cohortId, groupId));
    }

    async Task TellLiaisonAsync(CohortSettings settings, Person reporter, Group group)
    {
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(settings.Id, member)));
        foreach (var liaison in settings.LookingAfter(group, settings.Today(time.GetUtcNow())))
            await correspondence.WriteAsync(settings.Id, liaison, NoContact(reporter, group, members, liaison));
    }

    static Letter NoContact(Person reporter, Group group, IReadOnlyList<Person> members, CommitteeMember liaison) =>
        new(MidSurveyForm.Form.Name, $"no-contact-{reporter.PersonId}", "liaison-no-contact")
        {
            Model = new Dictionary<string, object?>
            {
                ["group"] = group.GroupId,
                ["members"] = members.Select(member => member.Described(liaison.Language)).ToList(),
                ["reporter"] = reporter.Name,
            },
        };

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
                    ["close_date"] = DateText.LastDay(invitation.Closes, settings, person.MailLanguage),
                    ["survey"] = invitation.Kind == SurveyKind.Mid ? "mid" : "final",
                },
            });
    }
}
