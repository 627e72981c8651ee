using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>How many people are how far, from applying to the end; each number counts people.</summary>
/// <param name="Applied">Everybody, without resubmissions.</param>
/// <param name="Eligible">Meet the qualifications and are not held back.</param>
/// <param name="Asked">Got the participation inquiry.</param>
/// <param name="Yes">Said yes to it.</param>
/// <param name="InGroups">Are in a group that is introduced, or was until the end.</param>
/// <param name="Waiting">Are on the waiting list: eligible and not asked, or available without a group.</param>
public sealed record Funnel(int Applied, int Eligible, int Asked, int Yes, int InGroups, int Waiting)
{
    public static Funnel Of(IReadOnlyCollection<Person> people, IReadOnlyCollection<Decision> decisions, IReadOnlyCollection<Group> groups)
    {
        var inquiries = decisions.Where(decision => decision.Request.Form == "availability").ToList();
        return new(
            people.Count,
            people.Count(person => person.Standing is not (Standing.Ineligible or Standing.HeldBack)),
            inquiries.Select(decision => decision.SubjectId).Distinct().Count(),
            inquiries.Where(decision => decision.Choice == "yes").Select(decision => decision.SubjectId).Distinct().Count(),
            groups.Where(group => group.Status is GroupStatus.Active or GroupStatus.Completed).SelectMany(group => group.Members).Distinct().Count(),
            people.Count(person => person.Standing is Standing.Eligible or Standing.Available));
    }
}
