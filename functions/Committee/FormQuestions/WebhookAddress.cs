using Ilnp.Intake;
using Ilnp.Intake.Providers;

namespace Ilnp.Committee.FormQuestions;

/// <summary>Where a form service sends answers to.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Address">Without a secret.</param>
/// <param name="HasSecret">Whether one was agreed: without, every message is refused.</param>
public sealed record WebhookAddress(FormProvider Provider, Uri Address, bool HasSecret)
{
    /// <summary>Of services that cannot sign: the secret stands at the address's end.</summary>
    public bool EndsInSecret => Provider.Name == "jotform";

    /// <summary>Text of what to do at the service.</summary>
    public string StepKey => $"questions.step.{Provider.Name}";

    public static IReadOnlyList<WebhookAddress> All(Uri app, string cohortId, IntakeOptions options) =>
        [.. FormProvider.Services.Select(provider => new WebhookAddress(provider, new(app, $"hooks/{cohortId}/{provider.Name}"), options.SecretOf(provider) is not null))];
}
