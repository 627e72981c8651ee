using Ilnp.Approvals;
using Ilnp.Continuing;
using Ilnp.Programme;
using Ilnp.SecondPartners.Questions;

namespace Ilnp.SecondPartners;

/// <summary>How a member stands to a second partner.</summary>
public enum SecondStand
{
    /// <summary>Wishes none.</summary>
    None,

    /// <summary>Wishes one; somebody of the group has not answered.</summary>
    Waiting,

    /// <summary>Wishes one, and nobody of the group minds.</summary>
    Agreed,

    /// <summary>Wishes one; somebody would rather stay as they are. That can still change.</summary>
    Refused,
}

/// <summary>Why somebody who wished a second partner gets none.</summary>
public enum SecondNone
{
    /// <summary>Not everybody of the group agreed in time.</summary>
    Consent,

    /// <summary>The first exchange is not as it was: somebody is gone, pauses, or said that it does not go well.</summary>
    Changed,

    /// <summary>Nobody else fits, or everybody who does has somebody.</summary>
    Alone,

    /// <summary>The pairs were made and do not come about.</summary>
    Off,
}

/// <summary>What answers come to: pure.</summary>
public static class SecondRules
{
    /// <summary>
    /// Whether members of a group may wish one: it runs, none is gone, and nobody's last word was that it does not go well, that they
    /// hear nothing, pause or leave.
    /// </summary>
    /// <param name="isTroubled">By the last words of its members.</param>
    public static bool IsSound(Group group, IReadOnlyList<Person> members, bool isTroubled) =>
        group.Status == GroupStatus.Active && LongerRules.IsTogether(group, members) && !isTroubled;

    /// <param name="member">Whose wish it is.</param>
    /// <param name="others">Of the group as it is now.</param>
    /// <param name="answers">To <see cref="Second"/>; of people who are no members they are passed over.</param>
    public static SecondStand StandOf(Person member, IReadOnlyList<Person> others, IEnumerable<Decision> answers)
    {
        var said = answers.ToDictionary(answer => answer.SubjectId, answer => answer.Choice);
        if (said.GetValueOrDefault(member.PersonId) != Second.Wish) return SecondStand.None;
        var choices = others.Select(other => said.GetValueOrDefault(other.PersonId)).ToList();
        return choices.Contains(Second.Stay) ? SecondStand.Refused
            : choices.TrueForAll(choice => choice is Second.Wish or Second.Fine) ? SecondStand.Agreed
            : SecondStand.Waiting;
    }

    /// <summary>Second pairs that heard of each other, and how many people wished one at last: the one definition of that figure.</summary>
    public static (int Pairs, int Wishes) Figures(IEnumerable<SecondPair> pairs, IEnumerable<Decision> answers) => (
        pairs.Count(pair => pair.IntroducedAt is not null),
        answers.Where(answer => answer.Choice == Second.Wish).Select(answer => answer.SubjectId).Distinct().Count());

    /// <summary>Whether a second pair cannot go on because of this member.</summary>
    /// <param name="member">Null for somebody of whom nothing is known any more.</param>
    public static bool IsGone(Person? member) =>
        member is null or { IsErased: true } or { Standing: Standing.Left or Standing.Declined or Standing.Ineligible };
}
