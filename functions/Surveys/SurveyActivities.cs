using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Surveys;

/// <summary>Invitations to the surveys, and what follows from an answer at once.</summary>
public sealed class SurveyActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, DecisionLinks links, Correspondence correspondence)
{
    /// <summary>Mid-survey question "have you communicated with your partner", Appendix A question 4.</summary>
    const string HasContact = "q4";

    [Function(nameof(StartSurvey))]
    public Task StartSurvey([ActivityTrigger] SurveyRound survey, [DurableClient] DurableTaskClient client) =>
        client.StartOnceAsync(nameof(SurveyOrchestrator), survey, InstanceIds.Survey(survey.CohortId, survey.Kind.Form()));

    /// <summary>Everybody in a group now.</summary>
    [Function(nameof(ListSurveyed))]
    public async Task<IReadOnlyList<string>> ListSurveyed([ActivityTrigger] string cohortId) =>
        [.. (await people.ListAsync(cohortId, [Standing.Active])).Select(person => person.PersonId)];

    [Function(nameof(InviteToSurvey))]
    public Task InviteToSurvey([ActivityTrigger] SurveyInvitation invitation) =>
        WriteAsync(invitation, "invitation", invitation.Kind.Form());

    /// <summary>Reminds unless the person has answered or left since.</summary>
    [Function(nameof(RemindOfSurvey))]
    public async Task RemindOfSurvey([ActivityTrigger] SurveyInvitation invitation)
    {
        var decision = await decisions.FindAsync(invitation.CohortId, invitation.Kind.DecisionId(invitation.PersonId));
        if (decision is { AnsweredAt: null }) await WriteAsync(invitation, "reminder", "survey-reminder");
    }

    /// <summary>Every person who reports no contact is a matter for their liaison.</summary>
    [Function(nameof(TellLiaisonsOfNoContact))]
    public async Task TellLiaisonsOfNoContact([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        foreach (var decision in await decisions.ListAsync(cohortId, SurveyKind.Mid.DecisionPrefix()))
            if (decision.Answers?.GetValueOrDefault(HasContact) is ["no"] && await people.FindAsync(cohortId, decision.Request.SubjectId) is { GroupId: { } groupId } reporter)
                await TellLiaisonAsync(settings, reporter, await groups.GetAsync(cohortId, groupId));
    }

    async Task TellLiaisonAsync(CohortSettings settings, Person reporter, Group group)
    {
        var liaison = settings.Liaison(group);
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(settings.Id, member)));
        await correspondence.WriteAsync(settings.Id, liaison, new("mid-survey", $"no-contact-{reporter.PersonId}", "liaison-no-contact")
        {
            Model = new Dictionary<string, object?>
            {
                ["group"] = group.GroupId,
                ["members"] = members.Select(member => member.Described(liaison.Language)).ToList(),
                ["reporter"] = reporter.Name,
            },
        });
    }

    async Task WriteAsync(SurveyInvitation invitation, string occurrence, string template)
    {
        var settings = await cohorts.GetAsync(invitation.CohortId);
        var person = await people.GetAsync(invitation.CohortId, invitation.PersonId);
        if (person.Standing != Standing.Active) return;
        var url = await links.OpenAsync(new()
        {
            CohortId = invitation.CohortId,
            DecisionId = invitation.Kind.DecisionId(person.PersonId),
            Form = invitation.Kind.Form(),
            SubjectId = person.PersonId,
            ClosesAt = invitation.Closes,
        });
        await correspondence.WriteAsync(person, new(invitation.Kind.Form(), occurrence, template)
        {
            Model = new Dictionary<string, object?>
            {
                ["close_date"] = DateText.LastDay(invitation.Closes, settings, person.MailLanguage),
                ["url"] = url,
                ["survey"] = invitation.Kind == SurveyKind.Mid ? "mid" : "final",
            },
        });
    }
}
