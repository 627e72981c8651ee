using System.Globalization;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Own;

/// <summary>Whose page it is, and what every card of it needs.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Person">As stored now.</param>
/// <param name="Group">The group the person is in, or was in at the programme's end; null for none.</param>
/// <param name="Partners">Its other members.</param>
/// <param name="Words">In the person's language.</param>
/// <param name="Now">UTC.</param>
public sealed record Owner(
    CohortSettings Cohort, Person Person, Group? Group, IReadOnlyList<Person> Partners, PageTexts Words, DateTimeOffset Now)
{
    /// <summary>The partners in a sentence.</summary>
    public string PartnerNames => People.Names(Partners, Words.Language);

    /// <summary>Who looks after the person; null without a group.</summary>
    public CommitteeMember? Liaison => Group is null ? null : Cohort.Liaison(Group);

    /// <summary>IANA name of the zone that times are shown in: the person's own, the cohort's where that is not known.</summary>
    public string Zone => Cohort.ZoneOf(Person);

    /// <summary>The day where the person is.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Zones.Local(moment, Zone));

    /// <summary>A moment where the person is, for instance "Friday, 24 April 2020, 14:05".</summary>
    public string At(DateTimeOffset moment) =>
        $"{DateText.Day(DayOf(moment), Words.Language)}, {Zones.Local(moment, Zone).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    public bool HasEnded => Now.UtcDateTime >= new ProgrammeCalendar(Cohort).End;
}

/// <summary>Finds everything about whose page it is.</summary>
public sealed class Owners(CohortStore cohorts, PeopleStore people, GroupStore groups, TextShelf texts, TimeProvider time)
{
    /// <summary>Null when cohort or person are not there any more, or were erased.</summary>
    public async Task<Owner?> FindAsync(string cohortId, string personId, CancellationToken cancellation)
    {
        if (await cohorts.FindAsync(cohortId, cancellation) is not { } cohort) return null;
        if (await people.FindAsync(cohortId, personId, cancellation) is not { IsErased: false } person) return null;
        var group = person.GroupId is { } id ? await groups.FindAsync(cohortId, id, cancellation) : null;
        if (group?.Status is GroupStatus.Proposed or GroupStatus.Dissolved) group = null;
        var partners = await Task.WhenAll(
            (group?.Members ?? []).Where(member => member != personId).Select(member => people.FindAsync(cohortId, member, cancellation)));
        return new(cohort, person, group, [.. partners.OfType<Person>()], texts.In(person.MailLanguage), time.GetUtcNow());
    }

    /// <summary>As <see cref="FindAsync"/>, of what was read before.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="person">Not erased.</param>
    /// <param name="everybody">By id.</param>
    /// <param name="formed">Groups by id.</param>
    public Owner Of(
        CohortSettings cohort, Person person, IReadOnlyDictionary<string, Person> everybody, IReadOnlyDictionary<string, Group> formed)
    {
        var group = person.GroupId is { } id ? formed.GetValueOrDefault(id) : null;
        if (group?.Status is GroupStatus.Proposed or GroupStatus.Dissolved) group = null;
        var partners = (group?.Members ?? []).Where(member => member != person.PersonId).Select(everybody.GetValueOrDefault);
        return new(cohort, person, group, [.. partners.OfType<Person>()], texts.In(person.MailLanguage), time.GetUtcNow());
    }
}
