using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;

namespace Ilnp.Committee.FormQuestions;

/// <summary>Where a form service sends a round's answers to, and what they are signed with.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Address">Without a secret.</param>
/// <param name="State">What is known of the round's secret.</param>
/// <param name="Pasted">The one that was pasted; null for none, and for services whose secret we choose.</param>
public sealed record WebhookAddress(FormProvider Provider, Uri Address, SecretState State, PastedSecret? Pasted)
{
    /// <summary>Of services that cannot sign: the secret stands at the address's end.</summary>
    public bool EndsInSecret => Provider.Name == "jotform";

    /// <summary>Text of what to do at the service.</summary>
    public string StepKey => $"questions.step.{Provider.Name}";

    /// <summary>Text of what becomes of its messages.</summary>
    public string StateKey => State switch
    {
        SecretState.Ready => "questions.has-secret",
        SecretState.Pasted => "questions.pasted-secret",
        SecretState.Shared => "questions.shared-secret",
        SecretState.ToPaste => "questions.secret-to-paste",
        _ => "questions.no-secret",
    };
}

/// <summary>What is known of the secret of a round's form.</summary>
public enum SecretState
{
    /// <summary>Nothing is set for the service: the technical member does that first.</summary>
    None,

    /// <summary>The service's to be pasted.</summary>
    ToPaste,

    /// <summary>The service's to be pasted; meanwhile the one that all rounds shared counts, where it cannot be mistaken.</summary>
    Shared,
    Pasted,

    /// <summary>Ours, to be put into the form.</summary>
    Ready,
}
