using System.Globalization;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Own;

/// <summary>
/// The way to somebody's page, sent by the committee: whoever reads it days later must find it good, so that it has the link that all mails
/// end with, and not one that opens the page at once.
/// </summary>
public sealed class OwnPageLetters(CohortStore cohorts, PersonalLinks links, Correspondence correspondence)
{
    /// <summary>Step and template of the mail.</summary>
    public const string Sent = "page-sent";

    /// <param name="person">As stored: mail goes to the address that stands there.</param>
    /// <param name="at">When the committee decided it, UTC: the same decision again sends nothing more.</param>
    /// <param name="isNewAddress">Whether the address was corrected by it.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="Orchestration.TransientFailure">Not sent for now.</exception>
    public async Task SendAsync(Person person, DateTimeOffset at, bool isNewAddress, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(person.CohortId, cancellation);
        var occurrence = at.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        await correspondence.WriteAsync(
            person,
            new(Sent, occurrence, Sent)
            {
                Model = new Dictionary<string, object?> { ["url"] = links.Of(cohort, person.PersonId), ["new_address"] = isNewAddress },
            },
            cancellation);
    }
}
