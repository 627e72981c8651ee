using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Rematching;

/// <summary>Members of a group go different ways.</summary>
public sealed class PartingActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups,
    Approvals.Questions questions, Correspondence correspondence, TimeProvider time)
{
    /// <summary>
    /// Brings group and people to where the parting puts them and writes to each; gives who needs a new partner, in their order.
    /// A group that something else has ended already stays as it is.
    /// </summary>
    [Function(nameof(Part))]
    public async Task<IReadOnlyList<string>> Part([ActivityTrigger] PartingOf input)
    {
        var (cohortId, parting, _) = input;
        var group = await groups.UpdateAsync(cohortId, parting.GroupId, group => Parted(group, parting))
            ?? throw new KeyNotFoundException($"Cohort {cohortId} has no group {parting.GroupId}.");
        var everybody = group.Members.Union(group.FormerMembers).ToList();
        if (group.EndedBy is { } cause ? cause != parting.Key : group.Status != GroupStatus.Active) return [];

        foreach (var leaver in parting.Leaving.Where(everybody.Contains)) await LetGoAsync(group, leaver, everybody, parting);
        foreach (var resting in parting.Resting.Where(everybody.Contains)) await LetRestAsync(group, resting, input);
        var staying = parting.Staying(group.Members);
        if (group.Status == GroupStatus.Active)
        {
            foreach (var member in staying) await TellGoingOnAsync(group, member, parting);
            return [];
        }

        var seekers = new List<string>();
        foreach (var member in staying)
        {
            var freed = await people.UpdateAsync(cohortId, member, person => Freed(person, group));
            // Somebody may have said meanwhile that they leave too.
            if (freed is { Standing: Standing.Available }) seekers.Add(member);
            else if (freed is { Standing: Standing.Left }) await FarewellAsync(freed, group, everybody, byTheirWord: true);
        }

        return seekers;
    }

    /// <summary>A group with one or none left keeps its members on record when it is dissolved; another becomes what goes on.</summary>
    Group Parted(Group group, Parting parting)
    {
        if (group.Status != GroupStatus.Active) return group;
        if (!parting.GoesOn(group.Members))
            return group with { Status = GroupStatus.Dissolved, EndedAt = time.GetUtcNow(), EndedBy = parting.Key };
        var staying = group.Members.Where(parting.Staying(group.Members).Contains).ToList();
        return group with { Members = staying, FormerMembers = [.. group.FormerMembers.Union(group.Members.Except(staying))] };
    }

    /// <summary>Waits for a partner, unless they left meanwhile or a later group has been found already.</summary>
    static Person Freed(Person person, Group dissolved) =>
        person.GroupId != dissolved.GroupId ? person
        : person with { GroupId = null, Standing = person.Standing == Standing.Active ? Standing.Available : person.Standing };

    static Person Gone(Person person, Group from, Standing standing) =>
        person.GroupId == from.GroupId || person.Standing == standing ? person with { GroupId = null, Standing = standing } : person;

    async Task LetGoAsync(Group group, string leaverId, IReadOnlyList<string> everybody, Parting parting)
    {
        var leaver = await people.UpdateAsync(group.CohortId, leaverId, person => Gone(person, group, Standing.Left));
        if (leaver is { Standing: Standing.Left })
            await FarewellAsync(leaver, group, everybody, byTheirWord: parting.Cause == PartingCause.Left);
    }

    async Task FarewellAsync(Person leaver, Group group, IReadOnlyList<string> everybody, bool byTheirWord)
    {
        var settings = await cohorts.GetAsync(group.CohortId);
        var partners = await people.NamesAsync(group.CohortId, everybody.Where(member => member != leaver.PersonId), leaver.MailLanguage);
        await correspondence.WriteAsync(leaver, new("rematch", $"farewell-{group.GroupId}", "farewell")
        {
            Liaison = settings.Liaison(group),
            Model = new Dictionary<string, object?> { ["partners"] = partners, ["own_word"] = byTheirWord },
        });
    }

    /// <summary>The place is kept; for a silent person with a way back by one press.</summary>
    async Task LetRestAsync(Group group, string personId, PartingOf input)
    {
        if (await people.UpdateAsync(
            group.CohortId, personId, person => Gone(person, group, Standing.Resting)) is not { Standing: Standing.Resting } person) return;
        var settings = await cohorts.GetAsync(group.CohortId);
        var isTrouble = input.Parting.Cause == PartingCause.Trouble;
        var letter = new Letter("rematch", $"rest-{group.GroupId}", isTrouble ? "group-ended" : "place-kept")
        {
            Liaison = isTrouble ? settings.Leads.First() : settings.Liaison(group),
        };
        if (isTrouble) await correspondence.WriteAsync(person, letter);
        else await questions.AskAsync(WayBack(group, person, input), person, letter);
    }

    static DecisionRequest WayBack(Group group, Person person, PartingOf input) => new()
    {
        CohortId = group.CohortId,
        DecisionId = Comeback.DecisionId(group.GroupId, person.PersonId),
        Form = Comeback.Name,
        SubjectId = person.PersonId,
        ClosesAt = input.End,
        Receipt = false,
    };

    async Task TellGoingOnAsync(Group group, string memberId, Parting parting)
    {
        var settings = await cohorts.GetAsync(group.CohortId);
        var member = await people.GetAsync(group.CohortId, memberId);
        await correspondence.WriteAsync(member, new("rematch", $"{group.GroupId}-{parting.Key}", "going-on")
        {
            Liaison = settings.Liaison(group),
            Thread = group.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["gone"] = await people.NamesAsync(group.CohortId, [.. parting.Leaving, .. parting.Resting], member.MailLanguage),
                ["partners"] = await people.NamesAsync(
                    group.CohortId, group.Members.Where(other => other != memberId), member.MailLanguage),
            },
        });
    }
}
