using Ilnp.Links;
using Ilnp.Programme;

namespace Ilnp.Mail;

/// <summary>How long the way to somebody's own page stays in their mails.</summary>
public static class OwnPageLinks
{
    const int DaysAfterTheEnd = 365;

    /// <summary>The address for all mails of a cohort to this person: good for a year after the programme's end.</summary>
    public static Uri Of(this PersonalLinks links, CohortSettings settings, string personId) =>
        links.For(settings.Id, personId, new DateTimeOffset(new ProgrammeCalendar(settings).End, TimeSpan.Zero).AddDays(DaysAfterTheEnd));
}
