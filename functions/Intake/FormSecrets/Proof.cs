namespace Ilnp.Intake.FormSecrets;

/// <summary>Whether a message is from the form of the cohort that its address names.</summary>
/// <param name="IsGenuine">Whether it is taken in.</param>
/// <param name="Note">Why it is not, and what to do; null when it is.</param>
/// <param name="MeantFor">The only cohort that it can be for, where its address names none that is
/// here; null when that is not known.</param>
public sealed record Proof(bool IsGenuine, string? Note = null, string? MeantFor = null)
{
    public static readonly Proof Own = new(true);

    /// <summary>Says nothing of what was expected.</summary>
    public static readonly Proof None = new(
        false,
        "The signature is missing or wrong. The form needs this round's own address and secret: "
        + "its committee finds them on the page “Questions of the forms”.");
}

/// <summary>A message as it came, to be proven.</summary>
/// <param name="Header">A header's value by name, null when absent.</param>
/// <param name="Body">As sent.</param>
/// <param name="AddressSecret">The secret at the end of the address, for providers that cannot sign.</param>
public sealed record UnprovenMessage(Func<string, string?> Header, Providers.ReceivedBody Body, string? AddressSecret);
