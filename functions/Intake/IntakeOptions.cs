using System.ComponentModel.DataAnnotations;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake;

/// <summary>The deployment's settings of intake, section <c>Intake</c>; validated at start.</summary>
public sealed class IntakeOptions : IValidatableObject
{
    public const string Section = "Intake";

    /// <summary>
    /// Of each form provider, by its name in the webhook's address: what the secret of each cohort's form follows from. One without is not
    /// accepted, but for those that make a secret for each form. It was the secret of all forms once
    /// (<see cref="FormSecrets.FormerSecrets"/>).
    /// </summary>
    public Dictionary<string, string> Secrets { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The longest message accepted, in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024, ErrorMessage = "Intake:MaxBodyBytes must be between 1,024 and 16,777,216.")]
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>The longest export file accepted, in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024, ErrorMessage = "Intake:MaxFileBytes must be between 1,024 and 67,108,864.")]
    public int MaxFileBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Messages that one process takes in at once; more are asked to come again. Storage sets the pace: more at once only wait longer.
    /// </summary>
    [Range(1, 1000, ErrorMessage = "Intake:MostMessagesAtOnce must be between 1 and 1,000.")]
    public int MostMessagesAtOnce { get; set; } = 32;

    /// <summary>Messages of one provider that are kept for rounds that are not here; while there are so many, no more are.</summary>
    [Range(1, 1000, ErrorMessage = "Intake:MostStrayMessages must be between 1 and 1,000.")]
    public int MostStrayMessages { get; set; } = 200;

    /// <summary>Minutes that a signed moment may be from now.</summary>
    [Range(1, 60, ErrorMessage = "Intake:SignatureToleranceMinutes must be between 1 and 60.")]
    public int SignatureToleranceMinutes { get; set; } = 5;

    /// <summary>The provider's secret under any of its names, null when none is set.</summary>
    public string? SecretOf(FormProvider provider) =>
        Secrets.Where(secret => secret.Value.Length > 0 && FormProvider.Find(secret.Key) == provider)
            .Select(secret => secret.Value).FirstOrDefault();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, secret) in Secrets)
        {
            if (FormProvider.Find(name)?.Verify is null)
                yield return new($"Intake:Secrets:{name}: there is no form provider of that name.");
            if (secret.StartsWith("whsec_", StringComparison.Ordinal)
                && !Convert.TryFromBase64String(secret["whsec_".Length..], new byte[secret.Length], out _))
                yield return new($"Intake:Secrets:{name}: what stands after whsec_ is not base64.");
        }
    }
}
