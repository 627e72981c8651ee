using System.ComponentModel.DataAnnotations;

namespace Ilnp.Programme;

/// <summary>
/// The deployment's key of what stands for people where their addresses must not; in section <c>Intake</c>, validated at start.
/// </summary>
public sealed class IdentityOptions : IValidatableObject
{
    public const string Section = "Intake";

    /// <summary>Base64, 32 bytes or more. Person ids are a hash with this key; with another key everybody is somebody new.</summary>
    [Required(ErrorMessage = "Intake:IdentityKey is missing: set 32 random bytes as base64.")]
    public string IdentityKey { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IdentityKey.Length > 0 && !IsKey(IdentityKey)) yield return new("Intake:IdentityKey is not base64 of 32 bytes or more.");
    }

    static bool IsKey(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= 32;
    }
}
