namespace Ilnp.Intake.Providers;

/// <summary>What a signature is checked against.</summary>
/// <param name="Header">A header's value by name, null when absent.</param>
/// <param name="Body">The raw bytes.</param>
/// <param name="AddressSecret">The secret at the end of the address, for providers that cannot sign.</param>
/// <param name="Secret">What was agreed with the provider.</param>
/// <param name="Now">UTC.</param>
/// <param name="Tolerance">How far a signed moment may be from now.</param>
public sealed record SignedRequest(
    Func<string, string?> Header, byte[] Body, string? AddressSecret, string Secret, DateTimeOffset Now, TimeSpan Tolerance);

/// <summary>Why a message is or is not believed.</summary>
public enum SignatureVerdict
{
    Genuine,

    /// <summary>The signature or one of its headers is absent.</summary>
    Missing,

    Wrong,

    /// <summary>Signed too long ago, or in the future: perhaps a replayed message.</summary>
    OutOfTime,
}
