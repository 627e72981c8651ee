using Ilnp.Programme.Waiting;
using Ilnp.Texts;
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

    /// <summary>Who somebody is in every cohort: only for what is carried from one to the next.</summary>
    public AcrossCohorts AcrossCohorts(CohortSettings cohort, string address, string name)
    {
        var identity = StableIds.OfPerson(key, "", cohort.Read<AddressSpelling>("intake").KeyOf(address));
        var words = SharedNames.Words(name);
        var marks = words.Concat(words.Select(SharedNames.Sounds).OfType<string>().Select(sounds => $"~{sounds}"))
            .Distinct().Select(word => StableIds.OfPerson(key, identity, word)).Order(StringComparer.Ordinal);
        return new(identity, [.. marks], Fold.LatinWords(name).Length > 1, SharedNames.IsIdeographic(name));
    }

    /// <summary>The same of a person.</summary>
    public AcrossCohorts AcrossCohorts(CohortSettings cohort, Person person) => AcrossCohorts(cohort, person.Email, person.Name);
}
