using System.Globalization;
using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Own;

/// <summary>Links that open somebody's page on the device where they are pressed: good for a short time and once.</summary>
public sealed class OwnKeys(
    LinkSigner signer, UsedLinks used, PeopleStore people, IOptions<WebOptions> web, IOptions<OwnOptions> options, TimeProvider time)
{
    const string Purpose = "own-key";

    /// <summary>
    /// Minutes in which somebody who asks again gets no second mail, unless they have used the first: for another device.
    /// </summary>
    const int Pause = 10;

    /// <summary>Mails to one person within a pause.</summary>
    const int MostMails = 3;

    /// <summary>
    /// A link that is not used yet, with what names its mail: the same within a pause; null when as many as can be were used in it.
    /// </summary>
    internal async Task<(string Occurrence, Uri Address)?> UnusedAsync(Person person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var slot = now.AddMinutes(-(now.Minute % Pause));
        var expires = new DateTimeOffset(slot.Year, slot.Month, slot.Day, slot.Hour, slot.Minute, 0, TimeSpan.Zero)
            .AddMinutes(Pause + options.Value.LinkMinutes);
        for (var number = 1; number <= MostMails; number++)
        {
            var occurrence = string.Create(CultureInfo.InvariantCulture, $"{slot:yyyyMMddHHmm}-{number}-{AddressStamp.Of(person.Email)}");
            var token = signer.Sign(Purpose, expires, person.CohortId, person.PersonId, occurrence, AddressStamp.Of(person.Email));
            if (!await used.IsUsedAsync(token, cancellation)) return (occurrence, new(web.Value.BaseAddress, $"me/open/{token}"));
        }

        return null;
    }

    /// <summary>
    /// Whose page a token opens; null when it is not good any more, also since it was mailed to an address that is not theirs by now.
    /// </summary>
    public async Task<Person?> ReadAsync(string token, CancellationToken cancellation) =>
        signer.Read(Purpose, token, time.GetUtcNow()) is { Validity: LinkValidity.Valid, Subject: [var cohort, var id, _, var stamp] }
        && await people.FindAsync(cohort, id, cancellation) is { IsErased: false } person && AddressStamp.Of(person.Email) == stamp
            ? person
            : null;

    /// <summary>As <see cref="ReadAsync"/>, and the token is used up.</summary>
    public async Task<Person?> TakeAsync(string token, CancellationToken cancellation) =>
        await ReadAsync(token, cancellation) is { } person && await used.TryUseAsync(token, time.GetUtcNow(), cancellation) ? person : null;
}
