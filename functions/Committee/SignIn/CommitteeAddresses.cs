using Ilnp.Programme;

namespace Ilnp.Committee.SignIn;

/// <summary>Committee members by their address.</summary>
static class CommitteeAddresses
{
    /// <summary>The member of a mail address, in whatever case it is written; null when it is nobody's.</summary>
    public static CommitteeMember? MemberWithAddress(this CohortSettings cohort, string address) =>
        cohort.Committee.FirstOrDefault(member => string.Equals(member.Email, address.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The latest cohort that somebody is in the committee of, by the day of its announcement; null for nobody.</summary>
    public static (CohortSettings Cohort, CommitteeMember Member)? Latest(IEnumerable<CohortSettings> cohorts, string address) => cohorts
        .OrderByDescending(cohort => cohort.Dates.Announce).ThenBy(cohort => cohort.Id, StringComparer.Ordinal)
        .Select(cohort => (Cohort: cohort, Member: cohort.MemberWithAddress(address)))
        .Where(found => found.Member is not null)
        .Select(found => ((CohortSettings, CommitteeMember)?)(found.Cohort, found.Member!))
        .FirstOrDefault();
}
