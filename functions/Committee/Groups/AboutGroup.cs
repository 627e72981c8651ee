using Ilnp.Approvals;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;

namespace Ilnp.Committee.Groups;

/// <summary>Tells what is about a group, and what of it the reader may see. Pure.</summary>
sealed class AboutGroup(Group group, CommitteeReader reader)
{
    /// <summary>Ids of decisions begin with the form's name and the group's id.</summary>
    public bool Has(Decision decision)
    {
        var (id, all) = (decision.DecisionId, $"{decision.Request.Form}-{group.GroupId}");
        return Confidential.IsOpenTo(reader.Member, decision) && (id == all || id.StartsWith($"{all}-", StringComparison.Ordinal));
    }

    /// <summary>A mail to a member is about the group when it says so, or when it went out while the group lasted.</summary>
    public bool Has(LedgerEntry mail)
    {
        var (to, isNamed) = (mail.Key.PersonId, mail.Key.Occurrence.Split('-').Contains(group.GroupId));
        return Confidential.IsOpenTo(reader.Member, mail)
            && (to == group.GroupId
                || (group.Has(to) ? isNamed || Lasted(mail.SentAt ?? mail.FirstAttemptAt) : isNamed && IsOfCommittee(to)));
    }

    bool Lasted(DateTimeOffset at) => at >= group.FormedAt && (group.EndedAt is not { } end || at <= end);

    /// <summary>What leads are written to about a group is between them.</summary>
    bool IsOfCommittee(string id) => reader.Cohort.Committee.FirstOrDefault(member => member.Id == id) is { } member
        && (reader.Member.Is(CommitteeRole.Lead) || !member.Is(CommitteeRole.Lead));
}
