namespace Ilnp.Programme;

/// <summary>Names of the committee's members.</summary>
public static class MemberNames
{
    /// <summary>The member's name; the id of whoever is in the committee no more.</summary>
    public static string NameOfMember(this CohortSettings cohort, string memberId) =>
        cohort.Committee.FirstOrDefault(member => member.Id == memberId)?.Name ?? memberId;
}
