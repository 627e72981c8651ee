using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;

namespace Ilnp.Committee;

/// <summary>
/// That something happened which should not is for the leads alone: also that it was asked about, or that mails went out.
/// </summary>
static class Confidential
{
    /// <summary>Form of what leads are asked, and begin of the ids of its receipts.</summary>
    const string ToTheLeads = "lead-trouble";

    static readonly string[] Templates = [ToTheLeads, "heard-trouble", "group-ended"];

    public static bool IsOpenTo(CommitteeMember member, Decision decision) => IsLead(member) || decision.Request.Form != ToTheLeads;

    public static bool IsOpenTo(CommitteeMember member, LedgerEntry mail) =>
        IsLead(member)
            || !(Templates.Contains(mail.Template) || mail.Key.Occurrence.StartsWith($"{ToTheLeads}-", StringComparison.Ordinal));

    /// <summary>Whether the member may read what somebody chose.</summary>
    public static bool IsOpenTo(CommitteeMember member, string choice) => IsLead(member) || choice != Pulse.Trouble;

    static bool IsLead(CommitteeMember member) => member.Is(CommitteeRole.Lead);
}
