using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care;

/// <summary>Pulses, nudges and words to the liaison.</summary>
public sealed class CareActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionLinks links, Correspondence correspondence, TimeProvider time)
{
    [Function(nameof(ListActiveGroups))]
    public async Task<IReadOnlyList<string>> ListActiveGroups([ActivityTrigger] string cohortId) =>
        [.. (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Active).Select(group => group.GroupId)];

    /// <summary>Members of the group while it lasts, else none.</summary>
    [Function(nameof(ListMembers))]
    public async Task<IReadOnlyList<string>> ListMembers([ActivityTrigger] GroupRef reference) =>
        await groups.GetAsync(reference.CohortId, reference.GroupId) is { Status: GroupStatus.Active } group ? group.Members : [];

    /// <summary>Asks each member whether they are in touch; gives who was asked, none when the group is dissolved.</summary>
    [Function(nameof(AskPulse))]
    public async Task<IReadOnlyList<string>> AskPulse([ActivityTrigger] PulseRound round)
    {
        if (await groups.GetAsync(round.CohortId, round.GroupId) is not { Status: GroupStatus.Active } group) return [];
        var members = await MembersAsync(group);
        await Task.WhenAll(members.Select(member => AskAsync(member, group, members, round)));
        return group.Members;
    }

    async Task AskAsync(Person reader, Group group, IReadOnlyList<Person> members, PulseRound round)
    {
        var partners = People.Names(members.Where(member => member != reader));
        var url = await links.OpenAsync(new()
        {
            CohortId = group.CohortId,
            DecisionId = Pulse.DecisionId(group.GroupId, round.Round, reader.PersonId),
            Form = Pulse.Form,
            SubjectId = reader.PersonId,
            ClosesAt = round.Closes,
            InstanceId = round.InstanceId,
            EventName = Pulse.Answered,
            Receipt = false,
            Facts = new Dictionary<string, string> { ["partners"] = partners },
        });
        var settings = await cohorts.GetAsync(group.CohortId);
        await correspondence.WriteAsync(reader, new("pulse", $"{group.GroupId}-{round.Round}", "pulse")
        {
            Liaison = settings.Liaison(group),
            Stream = MailStream.Optional,
            Model = new Dictionary<string, object?> { ["partners"] = partners, ["url"] = url },
        });
    }

    /// <summary>Asks a silent member whether they are still there.</summary>
    [Function(nameof(SendNudge))]
    public async Task SendNudge([ActivityTrigger] Concern concern)
    {
        var settings = await cohorts.GetAsync(concern.CohortId);
        var group = await groups.GetAsync(concern.CohortId, concern.GroupId);
        var members = await MembersAsync(group);
        var silent = members.Single(member => member.PersonId == concern.PersonId);
        var partners = People.Names(members.Where(member => member != silent));
        var url = await links.OpenAsync(new()
        {
            CohortId = concern.CohortId,
            DecisionId = Nudge.DecisionId(concern.GroupId, concern.Round, concern.PersonId),
            Form = Nudge.Form,
            SubjectId = concern.PersonId,
            ClosesAt = concern.Closes,
            InstanceId = concern.InstanceId,
            EventName = Nudge.Answered,
            Receipt = false,
            Facts = new Dictionary<string, string> { ["partners"] = partners },
        });
        var liaison = settings.Liaison(group);
        await correspondence.WriteAsync(silent, new("nudge", $"{concern.GroupId}-{concern.Round}", "nudge")
        {
            Liaison = liaison,
            Model = new Dictionary<string, object?> { ["partners"] = partners, ["url"] = url, ["liaison_name"] = liaison.Name },
        });
    }

    /// <summary>Tells the liaison of a silent or troubled member and asks what to do; again with each reminder.</summary>
    [Function(nameof(TellLiaison))]
    public async Task TellLiaison([ActivityTrigger] Concern concern)
    {
        var settings = await cohorts.GetAsync(concern.CohortId);
        var group = await groups.GetAsync(concern.CohortId, concern.GroupId);
        var liaison = settings.Liaison(group);
        var members = await MembersAsync(group);
        var about = members.Single(member => member.PersonId == concern.PersonId);
        var url = await links.OpenAsync(new()
        {
            CohortId = concern.CohortId,
            DecisionId = LiaisonDecision.DecisionId(concern.GroupId, concern.Round, concern.PersonId),
            Form = LiaisonDecision.Form,
            SubjectId = liaison.Id,
            ClosesAt = concern.Closes,
            InstanceId = concern.InstanceId,
            EventName = LiaisonDecision.Decided,
            Facts = new Dictionary<string, string> { ["group"] = concern.GroupId, ["silent"] = about.Name, ["members"] = People.Names(members) },
        });
        var since = time.GetUtcNow().AddDays(-settings.Care.SilenceDays);
        await correspondence.WriteAsync(concern.CohortId, liaison, new("liaison-silence", $"{concern.GroupId}-{concern.Round}-{concern.Reminder}", "liaison-silence")
        {
            Model = new Dictionary<string, object?>
            {
                ["group"] = concern.GroupId,
                ["members"] = members.Select(member => member.Described(liaison.Language)).ToList(),
                ["silent"] = about.Name,
                ["since"] = DateText.Day(since, settings, liaison.Language),
                ["url"] = url,
            },
        });
    }

    /// <summary>The programme is over for the group.</summary>
    [Function(nameof(CompleteGroup))]
    public Task CompleteGroup([ActivityTrigger] GroupRef reference) =>
        groups.UpdateAsync(reference.CohortId, reference.GroupId, group => group.Status == GroupStatus.Active
            ? group with { Status = GroupStatus.Completed, EndedAt = time.GetUtcNow() }
            : group);

    async Task<IReadOnlyList<Person>> MembersAsync(Group group) =>
        await Task.WhenAll(group.Members.Select(member => people.GetAsync(group.CohortId, member)));
}
