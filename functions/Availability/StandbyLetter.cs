using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Availability;

/// <summary>Tells somebody who said yes and is in no group that they are the first to be asked when a partner is needed; once.</summary>
public sealed class StandbyLetter(CohortStore cohorts, PeopleStore people, Correspondence correspondence, TimeProvider time)
{
    public async Task WriteAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        var settings = await cohorts.GetAsync(cohortId, cancellation);
        var person = await people.GetAsync(cohortId, personId, cancellation);
        await correspondence.WriteAsync(person, new("availability", "standby", "standby")
        {
            Model = new Dictionary<string, object?>
            {
                ["start_date"] = DateText.Day(settings.Dates.Introduce, person.MailLanguage),
                ["begun"] = AvailabilityActivities.HasBegun(settings, time),
            },
        }, cancellation);
    }
}
