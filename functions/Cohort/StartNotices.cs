using System.Globalization;
using Ilnp.Programme;
using Ilnp.Prompts.Reading;

namespace Ilnp.Cohort;

/// <summary>What whoever starts a cohort would be surprised by, a sentence each.</summary>
static class StartNotices
{
    /// <summary>Domains that are kept for examples and tests, so that mail to them reaches nobody.</summary>
    static readonly string[] Nobodys =
        [".test", ".example", ".invalid", ".localhost", "example.com", "example.net", "example.org", "example.edu"];

    /// <summary>What happens at once since a day for it is over; empty when all days are to come. Days are the cohort's own.</summary>
    /// <param name="settings">As they would be started.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<string> Passed(CohortSettings settings, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)).DateTime);
        var dates = settings.Dates;
        (string Name, DateOnly Day, string Means)[] days =
        [
            ("announce", dates.Announce, "the announcement is mailed at once"),
            ("applicationsClose", dates.ApplicationsClose, "nobody can apply any more; what was not there when it starts is late"),
            ("askAvailability", dates.AskAvailability, "whoever is proposed for a pair is asked at once"),
            ("availabilityCloses", dates.AvailabilityCloses, "whoever is asked has no time to answer"),
            ("introduce", dates.Introduce, "pairs are introduced at once"),
            ("midSurvey", dates.MidSurvey, "the half-way survey is mailed at once"),
            (
                "months",
                dates.Introduce.AddMonths(dates.Months),
                "the programme is over: prompts, surveys and the report would go out on one day"),
        ];
        return [.. days.Where(day => day.Day < today)
            .Select(day => $"dates.{day.Name}: {day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} has passed: {day.Means}.")];
    }

    /// <summary>Members of the committee whom no mail can reach, and articles that lead nowhere.</summary>
    public static IReadOnlyList<string> Examples(CohortSettings settings) =>
    [
        .. settings.Committee.Where(member => Nobodys.Any(domain => IsOf(member.Email, domain)))
            .Select(member => $"committee, {member.Id}: {member.Email} is an example's address; no mail reaches anybody there."),
        .. settings.Of<PromptSettings>().Articles.Where(article => Nobodys.Any(domain => IsOf(new Uri(article.Url).Host, domain)))
            .Select(article => $"prompts, \"{article.Title}\": {article.Url} is an example's address; there is nothing to read."),
    ];

    static bool IsOf(string address, string domain)
    {
        var host = address[(address.LastIndexOf('@') + 1)..];
        return domain[0] == '.' ? host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            : host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
    }
}
