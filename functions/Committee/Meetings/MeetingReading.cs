using System.Globalization;
using Ilnp.Programme;

namespace Ilnp.Committee.Meetings;

/// <summary>A meeting as typed. Pure.</summary>
/// <param name="Day">Where the cohort is; null when something is wrong.</param>
/// <param name="Minutes">Of each sitting.</param>
/// <param name="Link">Null when something is wrong, and where it is to be made.</param>
/// <param name="WrongKeys">Texts of what is.</param>
public sealed record MeetingReading(DateOnly? Day, int Minutes, Uri? Link, IReadOnlyList<string> WrongKeys)
{
    public const string DayField = "day", MinutesField = "minutes", LinkField = "link";

    /// <summary>Lengths to choose from, the usual one first.</summary>
    public static readonly IReadOnlyList<int> Lengths = [60, 45, 75, 90, 120];

    /// <summary>People plan, and are reminded a day before.</summary>
    const int LeastDays = 3;

    public const int MostDays = 180;

    const int LongestLink = 500;

    /// <param name="cohort">As it is.</param>
    /// <param name="now">UTC.</param>
    /// <param name="posted">Values by field name, untrusted.</param>
    /// <param name="isMade">Whether an empty link is one to be made.</param>
    public static MeetingReading Of(
        CohortSettings cohort, DateTimeOffset now, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, bool isMade = false)
    {
        var wrong = new List<string>();
        var day = DateOnly.TryParseExact(
            Value(posted, DayField), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed)
            ? typed
            : (DateOnly?)null;
        if (day is null) wrong.Add("meeting.wrong.day");
        else if (day < cohort.Today(now).AddDays(LeastDays) || day > cohort.Today(now).AddDays(MostDays)) wrong.Add("meeting.wrong.soon");
        var hasMinutes = int.TryParse(Value(posted, MinutesField), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && Lengths.Contains(minutes);
        if (!hasMinutes) wrong.Add("meeting.wrong.minutes");
        var isLink = Uri.TryCreate(Value(posted, LinkField), UriKind.Absolute, out var link)
            && link.Scheme == Uri.UriSchemeHttps && link.AbsoluteUri.Length <= LongestLink;
        if (!isLink && !(isMade && Value(posted, LinkField).Length == 0)) wrong.Add("meeting.wrong.link");
        return wrong.Count == 0 ? new(day, minutes, isLink ? link : null, []) : new(null, minutes, null, wrong);
    }

    static string Value(IReadOnlyDictionary<string, IReadOnlyList<string>> posted, string field) =>
        posted.GetValueOrDefault(field) is [var one, ..] ? one.Trim() : "";
}
