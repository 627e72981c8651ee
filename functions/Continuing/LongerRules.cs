using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;

namespace Ilnp.Continuing;

/// <summary>How the members of a group stand to going on together.</summary>
public enum Consent
{
    /// <summary>Somebody has not answered yet.</summary>
    Open,

    /// <summary>Every member said yes.</summary>
    Given,

    /// <summary>One of them rather ends with the programme; that can still change.</summary>
    Refused,

    /// <summary>They are not together any more, or it is not offered.</summary>
    Off,
}

/// <summary>What answers come to: pure.</summary>
public static class LongerRules
{
    /// <param name="members">Of the group as it is now.</param>
    /// <param name="answers">To <see cref="Longer"/>; of people who are no members they are passed over.</param>
    public static Consent ConsentOf(Group group, IReadOnlyList<Person> members, IEnumerable<Decision> answers)
    {
        if (!IsTogether(group, members)) return Consent.Off;
        var said = answers.ToDictionary(answer => answer.SubjectId, answer => answer.Choice);
        var choices = members.Select(member => said.GetValueOrDefault(member.PersonId)).ToList();
        return choices.Contains(Longer.No) ? Consent.Refused
            : choices.TrueForAll(choice => choice == Longer.Yes) ? Consent.Given
            : Consent.Open;
    }

    /// <summary>Whether these people can still talk: none was erased or has left, and the group has not been parted.</summary>
    public static bool IsTogether(Group group, IReadOnlyList<Person> members) =>
        group.Status is GroupStatus.Active or GroupStatus.Completed
        && members.Count > 1 && members.All(member => member is { IsErased: false, Standing: Standing.Active });

    /// <summary>Groups that went on after the programme's end, however long: the one definition of that figure.</summary>
    /// <param name="programmeEnds">UTC.</param>
    public static int GoOn(IEnumerable<Group> groups, DateTimeOffset programmeEnds) => groups.Count(group =>
        group.Status is GroupStatus.Active or GroupStatus.Completed
        && group.GoesOn is { } longer && !(longer.EndedAt is { } ended && ended < programmeEnds));
}
