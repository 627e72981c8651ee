using System.Globalization;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Own;

/// <summary>Mailed links that open somebody's page on the device where they are pressed: good for a short time and once.</summary>
public sealed class OwnKeys(
    LinkSigner signer, UsedLinks used, CohortStore cohorts, PeopleStore people, AddressBook addresses, Correspondence correspondence,
    IOptions<WebOptions> web, IOptions<OwnOptions> options, TimeProvider time)
{
    const string Purpose = "own-key";

    /// <summary>
    /// Minutes in which somebody who asks again gets no second mail, unless they have used the first: for another device.
    /// </summary>
    const int Pause = 10;

    /// <summary>Mails to one person within a pause.</summary>
    const int MostMails = 3;

    /// <summary>Somebody who took part in several cohorts gets a link to each of the latest.</summary>
    const int MostCohorts = 2;

    /// <summary>Mails a link to the person's own mailbox; nobody is told whether there was one.</summary>
    public async Task SendAsync(string cohortId, string personId, CancellationToken cancellation)
    {
        if (await people.FindAsync(cohortId, personId, cancellation) is { IsErased: false } person)
            await SendAsync(person, isShared: false, cancellation);
    }

    /// <param name="person">Not erased.</param>
    /// <param name="isShared">Whether the same request sends a mail to somebody else there: then each says whose page it opens.</param>
    /// <param name="cancellation">Cancels.</param>
    async Task SendAsync(Person person, bool isShared, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var slot = now.AddMinutes(-(now.Minute % Pause));
        var expires = new DateTimeOffset(slot.Year, slot.Month, slot.Day, slot.Hour, slot.Minute, 0, TimeSpan.Zero)
            .AddMinutes(Pause + options.Value.LinkMinutes);
        for (var number = 1; number <= MostMails; number++)
        {
            var occurrence = string.Create(CultureInfo.InvariantCulture, $"{slot:yyyyMMddHHmm}-{number}-{AddressStamp.Of(person.Email)}");
            var token = signer.Sign(Purpose, expires, person.CohortId, person.PersonId, occurrence, AddressStamp.Of(person.Email));
            if (await used.IsUsedAsync(token, cancellation)) continue;
            await correspondence.WriteAsync(
                person,
                new("own-page", occurrence, "own-page")
                {
                    Model = new Dictionary<string, object?>
                    {
                        ["url"] = new Uri(web.Value.BaseAddress, $"me/open/{token}"),
                        ["shared"] = isShared,
                    },
                },
                cancellation);
            return;
        }
    }

    /// <summary>
    /// As <see cref="SendAsync(string, string, CancellationToken)"/>, to whoever took part with this address: where people
    /// share it, to each by a mail of their own.
    /// </summary>
    public async Task SendAsync(string address, CancellationToken cancellation)
    {
        var latest = (await cohorts.ListAsync(cancellation)).OrderByDescending(cohort => cohort.Dates.Announce);
        var sent = 0;
        foreach (var cohort in latest)
        {
            var theirs = await addresses.PeopleAsync(cohort, address, cancellation);
            if (theirs.Count == 0) continue;
            foreach (var person in theirs) await SendAsync(person, isShared: theirs.Count > 1, cancellation);
            if (++sent == MostCohorts) return;
        }
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
