using Ilnp.Intake;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;
using Ilnp.Links;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.FormQuestions;

/// <summary>Where a round's forms send to, and what is known of their secrets; the secrets themselves only on a press.</summary>
public sealed class FormSecretReading(
    CohortSecrets secrets, PastedSecretStore pasted, SecretLines lines, IntakeProblemStore problems, IOptions<IntakeOptions> intake,
    IOptions<WebOptions> web)
{
    /// <summary>Of every form service.</summary>
    public async Task<IReadOnlyList<WebhookAddress>> ListAsync(string cohortId, CancellationToken cancellation) =>
        await Task.WhenAll(FormProvider.Services.Select(provider => OfAsync(cohortId, provider, cancellation)));

    /// <summary>Of one; null when there is no such form service.</summary>
    public async Task<WebhookAddress?> FindAsync(string cohortId, string provider, CancellationToken cancellation) =>
        FormProvider.Services.FirstOrDefault(service => service.Name == provider) is { } found
            ? await OfAsync(cohortId, found, cancellation)
            : null;

    /// <summary>What the last days' messages show of it.</summary>
    public async Task<IReadOnlyList<IntakeProblem>> LinesAsync(string cohortId, CancellationToken cancellation) =>
        lines.Recent(await problems.ListAsync(cohortId, ProblemIds.Secret, cancellation));

    async Task<WebhookAddress> OfAsync(string cohortId, FormProvider provider, CancellationToken cancellation)
    {
        var own = provider.MakesItsSecret ? await pasted.FindAsync(cohortId, provider, cancellation) : null;
        return new(provider, new(web.Value.BaseAddress, $"hooks/{cohortId}/{provider.Name}"), StateOf(cohortId, provider, own), own);
    }

    SecretState StateOf(string cohortId, FormProvider provider, PastedSecret? own) =>
        !provider.MakesItsSecret ? secrets.DerivedOf(cohortId, provider) is null ? SecretState.None : SecretState.Ready
        : own is not null ? SecretState.Pasted
        : intake.Value.SecretOf(provider) is null ? SecretState.ToPaste : SecretState.Shared;
}
