using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Introductions;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Letters;

/// <summary>Looks at groups, asks their members how it goes, and ends them.</summary>
public sealed class CareActivities(GroupStore groups, PulseCircles circles, Approvals.Questions questions, TimeProvider time)
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
        if (await circles.FindAsync(round.CohortId, round.GroupId) is not var (circle, agreed)) return [];
        await questions.AskAllAsync(
            [.. circle.Members.Where(member => !round.Except.Contains(member.PersonId))
                .Select(member => Question(circle, member, round, agreed))]);
        return circle.Group.Members;
    }

    /// <summary>The mail recalls how often and by which means the partners wished to talk, once they have said so.</summary>
    static Asking Question(Circle circle, Person reader, PulseRound round, Decision? agreed)
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
        return new(question, reader, new("pulse", $"{round.GroupId}-{round.Round}", "pulse")
        {
            Liaison = circle.Liaison,
            Stream = MailStream.Pulses,
            Thread = round.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["partners"] = circle.Partners(reader),
                ["rhythm"] = agreed?.Choice is { } rhythm ? Words.Of(rhythm, reader.MailLanguage) : null,
                ["tool"] = agreed is not null && AgreementForm.ToolOf(agreed) is { } tool and not AgreementForm.Other
                    ? Words.Of(tool, reader.MailLanguage)
                    : null,
            },
        });
    }

    /// <summary>The programme is over for the group.</summary>
    [Function(nameof(CompleteGroup))]
    public Task CompleteGroup([ActivityTrigger] GroupRef reference) =>
        groups.UpdateAsync(reference.CohortId, reference.GroupId, group => group.Status == GroupStatus.Active
            ? group with { Status = GroupStatus.Completed, EndedAt = time.GetUtcNow() }
            : group);
}
