using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Returning;

/// <summary>Somebody of an earlier cohort hears that a cohort opens.</summary>
/// <param name="CohortId">That opens.</param>
/// <param name="Former">Who was in an earlier one.</param>
public sealed record RoundOpen(string CohortId, PersonRef Former);

/// <summary>Asks those back who waited for a place or wished to hear of the next programme.</summary>
public sealed class ReturningActivities(
    CohortStore cohorts, PeopleStore people, Returners returners, Identities identities, KnownForms forms, Correspondence correspondence)
{
    public const string Step = "returning";

    /// <summary>Whom the opening of a cohort concerns; not who has applied to it already.</summary>
    [Function(nameof(ListReturning))]
    public async Task<IReadOnlyList<PersonRef>> ListReturning([ActivityTrigger] string cohortId)
    {
        var cohort = await cohorts.GetAsync(cohortId);
        var here = (await people.ListAsync(cohortId)).Where(person => !person.IsErased)
            .Select(person => identities.AcrossCohorts(cohort, person)).ToLookup(who => who.Identity);
        return
        [
            .. (await returners.ListAsync(cohort.Dates.Announce)).Where(one => !here[one.Who.Identity].Any(who => who.MayBe(one.Who)))
                .Select(one => new PersonRef(one.Cohort.Id, one.Person.PersonId)),
        ];
    }

    /// <summary>
    /// One mail in a person's life in a cohort: the ledger keeps it single, also when another cohort opens later. Whoever has said no or
    /// has got a place meanwhile gets none.
    /// </summary>
    [Function(nameof(WriteRoundOpen))]
    public async Task WriteRoundOpen([ActivityTrigger] RoundOpen open)
    {
        var (cohort, earlier) = (await cohorts.GetAsync(open.CohortId), await cohorts.GetAsync(open.Former.CohortId));
        if (await people.FindAsync(earlier.Id, open.Former.PersonId) is not { } person) return;
        var former = await returners.ReadAsync(earlier, person);
        if (!ReturningRules.Whom([former]).Any()) return;
        await correspondence.WriteAsync(person, new(Step, "opens", "round-open")
        {
            Model = new Dictionary<string, object?>
            {
                ["next_programme"] = cohort.NameIn(person.MailLanguage),
                ["later"] = person.Standing == Standing.Later && ReturningRules.HasWaited(former),
                ["waited"] = ReturningRules.HasWaited(former),
                ["url"] = await forms.AddressAsync(cohort, earlier, person),
                ["close_date"] = DateText.Day(cohort.Dates.ApplicationsClose, person.MailLanguage),
            },
        });
    }
}
