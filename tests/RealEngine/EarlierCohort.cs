using Ilnp.Local.Running;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;

namespace Ilnp.RealEngine;

/// <summary>A cohort before this one, in which somebody had no place: this one's opening asks them back.</summary>
static class EarlierCohort
{
    /// <summary>Months between the two.</summary>
    const int Before = -7;

    /// <param name="app">Keeps it.</param>
    /// <param name="settings">Of the cohort that comes.</param>
    public static async Task KeepAsync(LocalApp app, CohortSettings settings)
    {
        var (id, dates) = ($"{settings.Id}-before", settings.Dates);
        var earlier = settings with
        {
            Id = id,
            Dates = dates with
            {
                Announce = dates.Announce.AddMonths(Before),
                ApplicationsClose = dates.ApplicationsClose.AddMonths(Before),
                AskAvailability = dates.AskAvailability.AddMonths(Before),
                AvailabilityCloses = dates.AvailabilityCloses.AddMonths(Before),
                Introduce = dates.Introduce.AddMonths(Before),
                MidSurvey = dates.MidSurvey.AddMonths(Before),
            },
        };
        var person = new Person
        {
            CohortId = id,
            PersonId = app.Get<Identities>().PersonId(earlier, "waited@elsewhere.example"),
            Name = "Nomvula Dube",
            Email = "waited@elsewhere.example",
            Country = "ZW",
            MailLanguage = "en",
            FirstAppliedAt = new(earlier.Dates.Announce, default, TimeSpan.Zero),
            Standing = Standing.Eligible,
        };
        await app.Get<CohortStore>().TryAddAsync(earlier);
        await app.Get<PeopleStore>().TryAddAsync(person);
        await app.Get<WaitingNotes>().NoteAsync(earlier, [person]);
    }
}
