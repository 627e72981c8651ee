using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Care.Questions;

/// <summary>What somebody in a group says of themselves, without having been asked.</summary>
static class OwnWord
{
    /// <summary>One question a day, so that the same word can be said again later.</summary>
    /// <param name="owner">Somebody with a group.</param>
    public static DecisionRequest Question(Owner owner)
    {
        var (group, day) = (owner.Group!, owner.Now.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        return new()
        {
            CohortId = group.CohortId,
            DecisionId = Pulse.OwnWordId(group.GroupId, day, owner.Person.PersonId),
            Form = Pulse.Form,
            SubjectId = owner.Person.PersonId,
            ClosesAt = new ProgrammeCalendar(owner.Cohort).End,
            InstanceId = InstanceIds.Group(group.CohortId, group.GroupId),
            EventName = Pulse.Answered,
            Receipt = false,
            Facts = new Dictionary<string, string> { ["liaison"] = owner.Liaison!.Name },
            Worded = new Dictionary<string, WordedFact> { ["partners"] = WordedFact.Names(owner.Partners) },
        };
    }
}
