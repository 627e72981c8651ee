using System.Security.Cryptography;
using System.Text;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake.FormSecrets;

/// <summary>
/// Seals secrets that have to be kept: AES-256-GCM with a key that follows from the deployment's identity key (HKDF, RFC 5869), bound to
/// the place where they are kept. Whoever reads the tables, or has a copy of them, reads none.
/// </summary>
public sealed class SecretSeal(IOptions<IdentityOptions> options)
{
    const int NonceBytes = 12, TagBytes = 16;

    readonly byte[] sealing = Derive(options, "form secrets: seal");
    readonly byte[] marking = Derive(options, "form secrets: mark");

    /// <summary>Another text each time.</summary>
    /// <param name="secret">What nobody may read.</param>
    /// <param name="place">Where it is kept: taken elsewhere, it does not open.</param>
    public string Seal(string secret, string place)
    {
        var (nonce, tag) = (RandomNumberGenerator.GetBytes(NonceBytes), new byte[TagBytes]);
        var plain = Encoding.UTF8.GetBytes(secret);
        var hidden = new byte[plain.Length];
        using var cipher = new AesGcm(sealing, TagBytes);
        cipher.Encrypt(nonce, plain, hidden, tag, Encoding.UTF8.GetBytes(place));
        return Convert.ToBase64String([.. nonce, .. tag, .. hidden]);
    }

    /// <summary>Null when it was sealed with another key, for another place, or was changed.</summary>
    public string? Open(string sealedText, string place)
    {
        var bytes = Convert.FromBase64String(sealedText);
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(sealing, TagBytes);
        try
        {
            var (nonce, tag, hidden) = (bytes[..NonceBytes], bytes[NonceBytes..(NonceBytes + TagBytes)], bytes[(NonceBytes + TagBytes)..]);
            cipher.Decrypt(nonce, hidden, tag, plain, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Tells whether two secrets are the same, and nothing else of them: 64 hexadecimal digits.</summary>
    public string MarkOf(string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(marking, Encoding.UTF8.GetBytes(secret)));

    static byte[] Derive(IOptions<IdentityOptions> options, string purpose) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Convert.FromBase64String(options.Value.IdentityKey), 32, info: Encoding.UTF8.GetBytes(purpose));
}
