using Ilnp.Approvals;
using Ilnp.Care.Weeks;
using Ilnp.Committee.Acts;
using Ilnp.Introductions;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;

namespace Ilnp.Committee.Groups;

/// <summary>Everything that is known of a group of a cohort.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Group">As stored now.</param>
/// <param name="People">Who is or was a member; without name who was erased since.</param>
/// <param name="Loads">Groups that each liaison looks after now, by id.</param>
/// <param name="Needs">Keys of the texts that say why it needs a word.</param>
/// <param name="Decisions">Questions about the group: to its members, to all of it, and to whoever decides about it.</param>
/// <param name="Mails">To all of it, to its members while they were in it, and to the committee about it.</param>
/// <param name="Acts">What the committee did.</param>
public sealed record GroupFile(
    CommitteeReader Reader, Group Group, IReadOnlyList<Person> People, IReadOnlyDictionary<string, int> Loads, IReadOnlyList<string> Needs,
    IReadOnlyList<Decision> Decisions, IReadOnlyList<LedgerEntry> Mails, IReadOnlyList<CommitteeAct> Acts)
{
    public IEnumerable<Person> Members => Group.Members.Select(Find).OfType<Person>();

    public IEnumerable<Person> Former => Group.FormerMembers.Select(Find).OfType<Person>();

    /// <summary>Names of the members in a sentence.</summary>
    public string Names => Programme.People.Names(Members, Reader.Texts.Language);

    public CommitteeMember Liaison => Reader.Cohort.Liaison(Group);

    public bool IsRunning => Group.Status == GroupStatus.Active;

    public bool IsReadByLead => Reader.Member.Is(CommitteeRole.Lead);

    /// <summary>Whoever stands in today is the liaison too.</summary>
    public bool IsReadByLiaison => Group.LiaisonId == Reader.Member.Id || StandIn?.Id == Reader.Member.Id;

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Null while the liaison is there.</summary>
    public CommitteeMember? StandIn => Reader.Cohort.StandIn(Liaison, Reader.Cohort.Today(Now));

    /// <summary>What the partners agreed on; null for nothing.</summary>
    public Decision? Agreement =>
        Decisions.FirstOrDefault(decision => decision.DecisionId == AgreementForm.DecisionId(Group.GroupId) && decision.Version > 0);

    public string Path => $"/cohorts/{Group.CohortId}/groups/{Group.GroupId}";

    /// <summary>A person of the group, a member of the committee, or all of the group, as the reader knows them.</summary>
    public string NameOf(string id) =>
        Find(id)?.Name
        ?? (id == Group.GroupId ? Names : Reader.Cohort.MemberName(id));

    Person? Find(string id) => People.FirstOrDefault(person => person.PersonId == id);
}

/// <summary>Gathers it from the stores, all at once.</summary>
public sealed class GroupFiles(
    PeopleStore people, GroupStore groups, DecisionStore decisions, MailLedger mails, CommitteeActStore acts, GroupNeeds needs,
    TimeProvider time)
{
    /// <summary>Null when no such group was introduced.</summary>
    public async Task<GroupFile?> ReadAsync(CommitteeReader reader, string groupId, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var formed = await groups.ListAsync(id, cancellation);
        if (formed.FirstOrDefault(group => group.GroupId == groupId && group.Status != GroupStatus.Proposed) is not { } group) return null;
        var members = Task.WhenAll(group.Members.Union(group.FormerMembers).Select(member => people.FindAsync(id, member, cancellation)));
        var (asked, written, done, week) = (
            decisions.ListAsync(id, cancellation: cancellation), mails.ListAsync(id, cancellation: cancellation),
            acts.ListAsync(id, groupId, cancellation),
            needs.ReadAsync(reader.Cohort, group.Status == GroupStatus.Active ? [group] : [], cancellation));
        var about = new AboutGroup(group, reader);
        return new(
            reader, group, [.. (await members).OfType<Person>()], LiaisonRules.Loads(formed),
            [.. (await week).NeedAWord.SelectMany(need => need.Why)],
            [.. (await asked).Where(about.Has)], [.. (await written).Where(about.Has)], await done)
        {
            Now = time.GetUtcNow(),
        };
    }
}
