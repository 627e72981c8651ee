using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Own;

/// <summary>Mails people the link that opens their own page.</summary>
public sealed class OwnKeyLetters(
    OwnKeys keys, CohortStore cohorts, PeopleStore people, AddressBook addresses, Correspondence correspondence)
{
    /// <summary>Somebody who took part in several cohorts gets a link to each of the latest.</summary>
    const int MostCohorts = 2;

    /// <summary>Mails a link to the person's own mailbox; nobody is told whether there was one.</summary>
    public async Task SendAsync(string cohortId, string personId, CancellationToken cancellation)
    {
        if (await people.FindAsync(cohortId, personId, cancellation) is { IsErased: false } person)
            await SendAsync(person, isShared: false, cancellation);
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

    /// <param name="person">Not erased.</param>
    /// <param name="isShared">Whether the same request sends a mail to somebody else there: then each says whose page it opens.</param>
    /// <param name="cancellation">Cancels.</param>
    async Task SendAsync(Person person, bool isShared, CancellationToken cancellation)
    {
        if (await keys.UnusedAsync(person, cancellation) is not var (occurrence, address)) return;
        await correspondence.WriteAsync(
            person,
            new("own-page", occurrence, "own-page")
            {
                Model = new Dictionary<string, object?> { ["url"] = address, ["shared"] = isShared },
            },
            cancellation);
    }
}
