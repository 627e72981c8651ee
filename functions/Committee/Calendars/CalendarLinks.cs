using System.Text;
using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Calendars;

/// <summary>
/// The address under which a calendar program reads a member's days. It opens nothing else, and ends with the membership, and with the
/// address that the member has.
/// </summary>
public sealed class CalendarLinks(LinkSigner signer, IOptions<WebOptions> web)
{
    const string Purpose = "calendar";

    /// <summary>After the last day.</summary>
    const int DaysAfter = 60;

    public Uri Of(CohortSettings cohort, CommitteeMember member) =>
        new(web.Value.BaseAddress, $"calendars/{signer.Sign(Purpose, ExpiresAt(cohort), cohort.Id, member.Id, Mark(member))}/days.ics");

    /// <summary>Whose calendar a token names; null when it is not good.</summary>
    public (string CohortId, string MemberId, string Mark)? Read(string token, DateTimeOffset now) =>
        signer.Read(Purpose, token, now) is { Validity: LinkValidity.Valid, Subject: [var cohort, var member, var mark] }
            ? (cohort, member, mark)
            : null;

    /// <summary>Another one for another address.</summary>
    public static string Mark(CommitteeMember member) => StableIds.Of(Encoding.UTF8.GetBytes(member.Email.ToLowerInvariant()))[..8];

    static DateTimeOffset ExpiresAt(CohortSettings cohort) => new(new ProgrammeCalendar(cohort).End.AddDays(DaysAfter), TimeSpan.Zero);
}
