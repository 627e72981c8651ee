using Ilnp.Forms;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Applying;

/// <summary>The applicant's mail address, by the validator that webhooks and imports use; one in doubt is asked again.</summary>
/// <param name="Key">The field's name.</param>
sealed record AddressQuestion(string Key) : TextQuestion(Key, 254)
{
    public override string InputType => "email";

    protected override FormError? CheckWords(string words) =>
        EmailAddress.Read(words) is { Value: not null, Problem: null } ? null
        : EmailAddress.MeantBy(words) is { } meant ? new("error.email-slip", meant)
        : new("error.email");
}
