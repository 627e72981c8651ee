using Ilnp.Approvals;
using Ilnp.Certificates;
using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Surveys;

namespace Ilnp.Committee.Mailings;

/// <summary>A mail that would go out.</summary>
/// <param name="Language">That it is in.</param>
/// <param name="To">Who gets it, and where.</param>
public sealed record AddressedMail(string Language, IReadOnlyList<MailingReader> To);

/// <summary>Somebody who would get a mail.</summary>
/// <param name="Person">Who.</param>
/// <param name="Address">Their own, or one that they wished for.</param>
public sealed record MailingReader(Person Person, string Address);

/// <summary>Whom a mailing would go to if it went out now, by the rules of its step; writes nothing.</summary>
public sealed class MailingAudience(PeopleStore people, GroupStore groups, ChosenPeople chosen, DecisionStore decisions)
{
    public async Task<IReadOnlyList<AddressedMail>> OfAsync(CohortSettings cohort, Mailing mailing, CancellationToken cancellation)
    {
        var everybody = (await people.ListAsync(cohort.Id, cancellation)).Where(person => !person.IsErased).ToList();
        return mailing.Readers switch
        {
            MailingReaders.Chosen => Each(await ChosenAsync(cohort, cancellation)),
            MailingReaders.NotChosen => Each(
                everybody.Where(person => person.Standing == Standing.Eligible)
                    .ExceptBy((await ChosenAsync(cohort, cancellation)).Select(person => person.PersonId), person => person.PersonId)),
            MailingReaders.Groups => await TogetherAsync(cohort, everybody, cancellation),
            MailingReaders.Certified => await CertifiedAsync(cohort, everybody, cancellation),
            _ => Each(everybody.Where(person => person.Standing == Standing.Active)),
        };
    }

    /// <summary>Nobody before there is a proposal: who will be asked is not known.</summary>
    async Task<IReadOnlyList<Person>> ChosenAsync(CohortSettings cohort, CancellationToken cancellation) =>
        (await groups.ListAsync(cohort.Id, cancellation)).Any(group => group.Status == GroupStatus.Proposed)
            ? await chosen.OfAsync(cohort, cancellation)
            : [];

    async Task<IReadOnlyList<AddressedMail>> TogetherAsync(
        CohortSettings cohort, IReadOnlyList<Person> everybody, CancellationToken cancellation)
    {
        var known = everybody.ToDictionary(person => person.PersonId);
        return
        [
            .. (await groups.ListAsync(cohort.Id, cancellation)).Where(group => group.Status == GroupStatus.Proposed)
                .Select(group => group.Members.Select(known.GetValueOrDefault).OfType<Person>().ToList())
                .Where(members => members.Count > 0)
                .Select(members => new AddressedMail(cohort.SharedLanguage(members), [.. members.Select(Own)])),
        ];
    }

    async Task<IReadOnlyList<AddressedMail>> CertifiedAsync(
        CohortSettings cohort, IReadOnlyList<Person> everybody, CancellationToken cancellation)
    {
        var wishes = (await decisions.ListAsync(cohort.Id, SurveyKind.Final.Form().DecisionPrefix(), cancellation))
            .Where(decision => CertificateWish.Of(decision) is not null)
            .ToDictionary(decision => decision.SubjectId, decision => CertificateWish.Of(decision)!);
        return
        [
            .. everybody.Where(person => person.Standing == Standing.Active && wishes.ContainsKey(person.PersonId)).Select(person =>
                new AddressedMail(person.MailLanguage, [new(person, wishes[person.PersonId].Address ?? person.Email)])),
        ];
    }

    static IReadOnlyList<AddressedMail> Each(IEnumerable<Person> readers) =>
        [.. readers.Select(person => new AddressedMail(person.MailLanguage, [Own(person)]))];

    static MailingReader Own(Person person) => new(person, person.Email);
}
