using Ilnp.Programme;

namespace Ilnp.Own;

/// <summary>The programme's days where the person lives, with what is over and what comes next.</summary>
sealed class OwnDates : IOwnCard
{
    public string Name => "dates";

    public int Order => 40;

    public Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation) => Task.FromResult<OwnCard?>(new(Name)
    {
        Facts = new Dictionary<string, string> { ["zone"] = owner.Words.Locale.City(owner.Zone) },
        Paragraphs = ["own.dates.text"],
        Parts = [new(null, [.. Of(owner)])],
    });

    /// <summary>What concerns this person, in the order of time.</summary>
    public static IEnumerable<OwnLine> Of(Owner owner)
    {
        var calendar = new ProgrammeCalendar(owner.Cohort);
        List<(string Key, DateTime At)> moments =
        [
            ("applications", calendar.ApplicationsClose.AddMinutes(-1)),
            ("inquiry", calendar.AskAvailability),
            ("introductions", calendar.Introduce),
        ];
        if (owner.Person.Standing is not (Standing.Ineligible or Standing.Declined or Standing.Left or Standing.Silent or Standing.Later))
            moments.AddRange([("mid-survey", calendar.MidSurvey), ("final-survey", calendar.FinalSurvey), ("end", calendar.End)]);
        return moments.Select(moment =>
            new OwnLine($"own.dates.{moment.Key}", owner.At(new(moment.At, TimeSpan.Zero)))
            {
                IsPast = moment.At <= owner.Now.UtcDateTime,
            });
    }
}
