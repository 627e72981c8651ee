using System.Globalization;
using Ilnp.Cohort;
using Ilnp.Programme;

namespace Ilnp.Committee.Drafts;

/// <summary>The settings that a draft begins with: pure.</summary>
static class NewDraft
{
    /// <summary>Half a year, so that weekdays stay.</summary>
    const int Weeks = 26;

    /// <summary>The announcement is at least so many days ahead.</summary>
    const int Ahead = 14;

    /// <summary>The last cohort's settings, with all days moved on by half years, and the years in its names too.</summary>
    /// <param name="last">The cohort that is copied.</param>
    /// <param name="today">Where it is.</param>
    /// <param name="taken">Ids of all cohorts.</param>
    public static string After(CohortSettings last, DateOnly today, IEnumerable<string> taken)
    {
        var days = 0;
        while (days == 0 || last.Dates.Announce.AddDays(days) < today.AddDays(Ahead)) days += Weeks * 7;
        var years = last.Dates.Announce.AddDays(days).Year - last.Dates.Announce.Year;
        return CohortSettingsFile.Write(last with
        {
            Id = CohortNames.IdOf(CohortNames.Later(last.Id, years), taken),
            Name = CohortNames.Later(last.Name, years),
            ShortName = last.ShortName is { } brief ? CohortNames.Later(brief, years) : null,
            Dates = last.Dates with
            {
                Announce = last.Dates.Announce.AddDays(days),
                ApplicationsClose = last.Dates.ApplicationsClose.AddDays(days),
                AskAvailability = last.Dates.AskAvailability.AddDays(days),
                AvailabilityCloses = last.Dates.AvailabilityCloses.AddDays(days),
                Introduce = last.Dates.Introduce.AddDays(days),
                MidSurvey = last.Dates.MidSurvey.AddDays(days),
            },
            Translations = last.Translations.ToDictionary(
                language => language.Key,
                IReadOnlyDictionary<string, string> (language) =>
                    language.Value.ToDictionary(text => text.Key, text => CohortNames.Later(text.Value, years))),
            Texts = last.Texts.ToDictionary(text => text.Key, text => CohortNames.Later(text.Value, years)),
        });
    }

    /// <summary>
    /// Where there was no cohort: days with the distances that have proved themselves, and nothing that only the committee knows.
    /// </summary>
    public static string First(DateOnly today)
    {
        var announce = today.AddDays(28);
        while (announce.DayOfWeek != DayOfWeek.Monday) announce = announce.AddDays(1);
        var settings = SettingsDocument.Parse("{}");
        (string Place, int Days)[] days =
        [
            ("announce", 0), ("applicationsClose", 29), ("askAvailability", 39),
            ("availabilityCloses", 53), ("introduce", 63), ("midSurvey", 121),
        ];
        foreach (var (place, after) in days)
            settings[$"dates.{place}"] = announce.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        settings["dates.months"] = 4;
        settings["languages"] = new System.Text.Json.Nodes.JsonArray("en");
        return settings.ToString();
    }
}
