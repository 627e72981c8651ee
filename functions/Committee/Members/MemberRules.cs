using Ilnp.Approvals;
using Ilnp.Committee.SignIn;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>What a committee must keep to while its cohort runs. Pure.</summary>
static class MemberRules
{
    /// <summary>What is in the way of a change, by the field of the form where it is put right; empty when nothing is.</summary>
    /// <param name="settings">As they are now.</param>
    /// <param name="change">What is wished.</param>
    public static IReadOnlyDictionary<string, FormError> Wrong(CohortSettings settings, MemberChange change)
    {
        var (after, wrong) = (change.Apply(settings, default), new Dictionary<string, FormError>());
        if (change.After is { } member)
        {
            if (settings.MemberWithAddress(member.Email) is { } other && other.Id != change.MemberId)
                wrong[MemberForm.Email] = new("committee.wrong.address");
            if (member.Is(CommitteeRole.Liaison) && member.LiaisonLoad == 0) wrong[MemberForm.Load] = new("committee.wrong.load");
            if (change.Before is not null && change.Fields.Count == 0) wrong[MemberForm.Name] = new("committee.wrong.same");
        }

        // The first lead decides also where a group's liaison is gone: without one nothing would be decided any more.
        if (!after.Leads.Any()) wrong[MemberForm.Roles] = new("committee.wrong.last-lead");
        else if (after.Leads.Count() < after.Of<ApprovalSettings>().Needed && settings.Leads.Count() > after.Leads.Count())
            wrong[MemberForm.Roles] = new("committee.wrong.two-leads");
        else if (!after.Liaisons.Any()) wrong[MemberForm.Roles] = new("committee.wrong.last-liaison");
        return wrong;
    }
}
