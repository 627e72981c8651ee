using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake.FormSecrets;

/// <summary>Which secret each cohort's form signs with: worked out where we choose it, pasted where the service makes it.</summary>
public sealed class CohortSecrets(
    PastedSecretStore pasted, IOptions<IntakeOptions> intake, IOptions<IdentityOptions> identity, ILogger<CohortSecrets> logger)
{
    readonly byte[] identityKey = Convert.FromBase64String(identity.Value.IdentityKey);

    /// <summary>The cohort's, for services whose secret we choose; null where nothing is set for the service.</summary>
    public string? DerivedOf(string cohortId, FormProvider provider) =>
        !provider.MakesItsSecret && intake.Value.SecretOf(provider) is { } agreed
            ? DerivedSecret.Of(identityKey, agreed, cohortId, provider)
            : null;

    /// <summary>Those of a service as they are now, by cohort: null for a cohort that has none.</summary>
    public async Task<Func<string, string?>> OfAsync(FormProvider provider, CancellationToken cancellation)
    {
        if (!provider.MakesItsSecret) return cohortId => DerivedOf(cohortId, provider);
        var kept = (await pasted.ListAsync(provider, cancellation)).ToDictionary(one => one.CohortId, StringComparer.Ordinal);
        return cohortId => kept.TryGetValue(cohortId, out var one) ? Open(provider, one) : null;
    }

    string? Open(FormProvider provider, PastedSecret kept)
    {
        var secret = pasted.Open(provider, kept);
        if (secret is null)
            logger.LogError(
                "The secret of {Provider} for cohort {Cohort} was sealed with another Intake:IdentityKey: it has to be pasted again",
                provider.Name, kept.CohortId);
        return secret;
    }
}
