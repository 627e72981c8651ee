using Ilnp.Intake.Answers;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake;

/// <summary>Who is who: ids made of addresses with the deployment's key, so that nobody without it can tell whose they are.</summary>
public sealed class Identities(IOptions<IdentityOptions> options)
{
    readonly byte[] key = Convert.FromBase64String(options.Value.IdentityKey);

    /// <summary>The id in this cohort: the same for every spelling of one address.</summary>
    public string PersonId(CohortSettings cohort, string address) =>
        IntakeIds.OfPerson(key, cohort.Id, EmailAddress.Key(address, cohort.Intake.DotlessDomains));

    /// <summary>The id of somebody who shares the address with a person of another name: the same for every order of the names.</summary>
    public string PersonId(CohortSettings cohort, string address, string name) =>
        IntakeIds.OfPerson(key, cohort.Id, $"{EmailAddress.Key(address, cohort.Intake.DotlessDomains)}|{string.Join(' ', Vocabulary.Fold.LatinWords(name))}");

    /// <summary>The same for the address in every cohort: only for what is carried from one to the next.</summary>
    public string AcrossCohorts(CohortSettings cohort, string address) =>
        IntakeIds.OfPerson(key, "", EmailAddress.Key(address, cohort.Intake.DotlessDomains));
}
