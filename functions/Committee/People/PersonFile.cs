using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Intake;
using Ilnp.Mail.Ledger;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Committee.People;

/// <summary>Everything that is known of a person of a cohort.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Owner">The person, with group and partners.</param>
/// <param name="Groups">All groups that the person was in.</param>
/// <param name="Applications">All that count as theirs.</param>
/// <param name="Decisions">Questions to the person, and to a group for all of it.</param>
/// <param name="Mails">To the person, and to a group.</param>
/// <param name="Acts">What the committee did.</param>
public sealed record PersonFile(
    CommitteeReader Reader, Owner Owner, IReadOnlyList<Group> Groups, IReadOnlyList<Application> Applications,
    IReadOnlyList<Decision> Decisions, IReadOnlyList<LedgerEntry> Mails, IReadOnlyList<CommitteeAct> Acts)
{
    public Person Person => Owner.Person;

    /// <summary>Whom the person meets beside their group; null for nobody.</summary>
    public Person? Second { get; init; }

    /// <summary>
    /// Leads act on everybody, a liaison on the groups they look after; the others of the committee
    /// look on. Nobody acts on whoever was erased.
    /// </summary>
    public bool MayAct =>
        !Person.IsErased
            && (Reader.Member.Is(CommitteeRole.Lead) || Owner.Liaison?.Id == Reader.Member.Id || StandIn?.Id == Reader.Member.Id);

    CommitteeMember? StandIn => Owner.Liaison is { } liaison ? Reader.Cohort.StandIn(liaison, Reader.Cohort.Today(Owner.Now)) : null;

    /// <summary>Questions that can be answered now and are not.</summary>
    public IEnumerable<Decision> Open => Decisions.Where(decision => decision.Version == 0 && Owner.Now < decision.Request.ClosesAt);

    /// <summary>What texts about a question may name.</summary>
    public IReadOnlyDictionary<string, string> FactsOf(Decision decision) => decision.Facts(Person.Name, Reader.Cohort, Reader.Texts);

    public string Path => $"/cohorts/{Person.CohortId}/people/{Person.PersonId}";
}

/// <summary>Gathers it from the stores, all at once.</summary>
public sealed class PersonFiles(
    Owners owners, PeopleStore people, PersonCircles circles, ApplicationStore applications,
    DecisionStore decisions, MailLedger mails, CommitteeActStore acts)
{
    /// <summary>Null for nobody of this cohort: erased since, perhaps.</summary>
    public async Task<PersonFile?> ReadAsync(CommitteeReader reader, string personId, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var (met, applied, asked, written, done) = (
            circles.ListAsync(id, cancellation), applications.ListAsync(id, cancellation),
            decisions.ListAsync(id, cancellation: cancellation),
            mails.ListAsync(id, cancellation: cancellation), acts.ListAsync(id, personId, cancellation));
        await Task.WhenAll(met, applied, asked, written, done);
        if (await owners.FindAsync(id, personId, cancellation) is not { } owner) return null;
        var (formed, second) = await met;
        var file = Of(reader, owner, new(formed, second, await applied, await asked, await written, await done));
        return SecondOf(second, personId) is { } other
            ? file with { Second = await people.FindAsync(id, other, cancellation) }
            : file;
    }

    /// <summary>Of many at once, by their ids; who is not there, or was erased, is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, PersonFile>> ReadManyAsync(
        CommitteeReader reader, IEnumerable<string> personIds, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var (known, met, applied, asked, written, done) = (
            people.ListAsync(id, cancellation), circles.ListAsync(id, cancellation), applications.ListAsync(id, cancellation),
            decisions.ListAsync(id, cancellation: cancellation),
            mails.ListAsync(id, cancellation: cancellation), acts.ListAllAsync(id, cancellation));
        await Task.WhenAll(known, met, applied, asked, written, done);
        var (formed, second) = await met;
        var (everybody, byId) = (
            (await known).ToDictionary(person => person.PersonId), formed.ToDictionary(group => group.GroupId));
        var kept = new Kept(formed, second, await applied, await asked, await written, await done);
        return personIds.Distinct().Select(everybody.GetValueOrDefault).OfType<Person>().Where(person => !person.IsErased)
            .ToDictionary(person => person.PersonId, person => Of(reader, owners.Of(reader.Cohort, person, everybody, byId), kept) with
            {
                Second = SecondOf(kept.Seconds, person.PersonId) is { } other ? everybody.GetValueOrDefault(other) : null,
            });
    }

    static string? SecondOf(IEnumerable<SecondPair> pairs, string personId) =>
        pairs.FirstOrDefault(pair => pair.Status == SecondPairStatus.Active && pair.Members.Contains(personId))?.PartnerOf(personId);

    static PersonFile Of(CommitteeReader reader, Owner owner, Kept kept)
    {
        var personId = owner.Person.PersonId;
        var theirs = kept.Groups.Where(group => group.Has(personId)).ToList();
        var subjects = theirs.Where(group => group.Status != GroupStatus.Proposed)
            .Select(group => group.GroupId).Append(personId)
            .Concat(kept.Seconds.Where(pair => pair.IntroducedAt is not null && pair.Members.Contains(personId))
                .Select(pair => pair.PairId))
            .ToHashSet();
        return new(
            reader, owner, theirs,
            [.. kept.Applications.Where(application => application.PersonId == personId)],
            [.. kept.Decisions.Where(decision => subjects.Contains(decision.SubjectId))],
            [.. kept.Mails.Where(mail => subjects.Contains(mail.Key.PersonId))],
            [.. kept.Acts.Where(act => act.SubjectId == personId)]);
    }

    /// <summary>What the stores have.</summary>
    sealed record Kept(
        IReadOnlyList<Group> Groups, IReadOnlyList<SecondPair> Seconds, IReadOnlyList<Application> Applications,
        IReadOnlyList<Decision> Decisions, IReadOnlyList<LedgerEntry> Mails,
        IReadOnlyList<CommitteeAct> Acts);
}
