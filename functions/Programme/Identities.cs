using Microsoft.Extensions.Options;

namespace Ilnp.Programme;

/// <summary>Who is who: ids made of addresses with the deployment's key, so that nobody without it can tell whose they are.</summary>
public sealed class Identities(IOptions<IdentityOptions> options)
{
    readonly byte[] key = Convert.FromBase64String(options.Value.IdentityKey);

    /// <summary>The id in this cohort: the same for every spelling of one address.</summary>
    public string PersonId(CohortSettings cohort, string address) =>
        StableIds.OfPerson(key, cohort.Id, cohort.Read<AddressSpelling>("intake").KeyOf(address));

    /// <summary>The id of somebody who shares the address with a person of another name: the same for every order of the names.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="address">The shared address.</param>
    /// <param name="names">In a spelling that is the same however the person writes them.</param>
    public string PersonId(CohortSettings cohort, string address, IEnumerable<string> names) =>
        StableIds.OfPerson(key, cohort.Id, $"{cohort.Read<AddressSpelling>("intake").KeyOf(address)}|{string.Join(' ', names)}");

    /// <summary>The id that somebody's address makes; null for whoever has none any more.</summary>
    public string? PersonId(CohortSettings cohort, Person person) =>
        person.Email.Contains('@', StringComparison.Ordinal) ? PersonId(cohort, person.Email) : null;

    /// <summary>The same for the address in every cohort: only for what is carried from one to the next.</summary>
    public string AcrossCohorts(CohortSettings cohort, string address) =>
        StableIds.OfPerson(key, "", cohort.Read<AddressSpelling>("intake").KeyOf(address));
}
