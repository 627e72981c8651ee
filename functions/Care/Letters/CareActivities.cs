using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Letters;

/// <summary>Looks at groups, asks their members how it goes, and ends them.</summary>
public sealed class CareActivities(GroupStore groups, Circles circles, Approvals.Questions questions, TimeProvider time)
{
    [Function(nameof(ListActiveGroups))]
    public async Task<IReadOnlyList<string>> ListActiveGroups([ActivityTrigger] string cohortId) =>
        [.. (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Active).Select(group => group.GroupId)];

    /// <summary>Members of the group while it lasts, else none.</summary>
    [Function(nameof(ListMembers))]
    public async Task<IReadOnlyList<string>> ListMembers([ActivityTrigger] GroupRef reference) =>
        await groups.GetAsync(reference.CohortId, reference.GroupId) is { Status: GroupStatus.Active } group ? group.Members : [];

    /// <summary>Asks the members how it goes; gives all of them, none when the group has ended.</summary>
    [Function(nameof(AskPulse))]
    public async Task<IReadOnlyList<string>> AskPulse([ActivityTrigger] PulseRound round)
    {
        if (await circles.FindAsync(round.CohortId, round.GroupId) is not { } circle) return [];
        await Task.WhenAll(
            circle.Members.Where(member => !round.Except.Contains(member.PersonId)).Select(member => AskAsync(circle, member, round)));
        return circle.Group.Members;
    }

    async Task AskAsync(Circle circle, Person reader, PulseRound round)
    {
        var question = new DecisionRequest
        {
            CohortId = round.CohortId,
            DecisionId = Pulse.DecisionId(round.GroupId, round.Round, reader.PersonId),
            Form = Pulse.Form,
            SubjectId = reader.PersonId,
            ClosesAt = round.Closes,
            InstanceId = round.InstanceId,
            EventName = Pulse.Answered,
            Receipt = false,
            Facts = new Dictionary<string, string> { ["liaison"] = circle.Liaison.Name },
            Worded = new Dictionary<string, WordedFact> { ["partners"] = WordedFact.Names(circle.Others(reader)) },
        };
        await questions.AskAsync(question, reader, new("pulse", $"{round.GroupId}-{round.Round}", "pulse")
        {
            Liaison = circle.Liaison,
            Stream = MailStream.Pulses,
            Thread = round.GroupId,
            Model = new Dictionary<string, object?> { ["partners"] = circle.Partners(reader) },
        });
    }

    /// <summary>The programme is over for the group.</summary>
    [Function(nameof(CompleteGroup))]
    public Task CompleteGroup([ActivityTrigger] GroupRef reference) =>
        groups.UpdateAsync(reference.CohortId, reference.GroupId, group => group.Status == GroupStatus.Active
            ? group with { Status = GroupStatus.Completed, EndedAt = time.GetUtcNow() }
            : group);
}
