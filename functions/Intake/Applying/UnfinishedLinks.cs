using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ilnp.Links;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake.Applying;

/// <summary>
/// An application that is not finished, as a link. The answers stand in the link itself, sealed (AES-256-GCM, by a key that follows from
/// the deployment's identity key, for one cohort), so that nothing is kept here of somebody who has not applied.
/// </summary>
public sealed class UnfinishedLinks(IOptions<IdentityOptions> identity, IOptions<WebOptions> web)
{
    /// <summary>Of the query.</summary>
    public const string Name = "go-on";

    const int NonceBytes = 12, TagBytes = 16, Longest = 6_000;

    readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Convert.FromBase64String(identity.Value.IdentityKey), 32, info: "application: unfinished"u8.ToArray());

    /// <summary>Path and query that open the form again as it is.</summary>
    public static string PathOf(string cohortId, string token, string language) => $"/apply/{cohortId}?lang={language}&{Name}={token}";

    public Uri Address(string cohortId, string token, string language) => new(web.Value.BaseAddress, PathOf(cohortId, token, language));

    /// <summary>
    /// Null where the answers are more than a link holds: the form's own limits keep all that people write far below that, and servers
    /// take addresses of 8,192 letters.
    /// </summary>
    public string? Seal(string cohortId, IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
    {
        var plain = Pressed(JsonSerializer.SerializeToUtf8Bytes(answers));
        var (nonce, tag, hidden) = (RandomNumberGenerator.GetBytes(NonceBytes), new byte[TagBytes], new byte[plain.Length]);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, hidden, tag, Encoding.UTF8.GetBytes(cohortId));
        var token = Base64Url.EncodeToString([.. nonce, .. tag, .. hidden]);
        return token.Length <= Longest ? token : null;
    }

    /// <summary>The answers; null for a link that was cut, is another cohort's or none of ours.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Open(string cohortId, string token)
    {
        if (token.Length > Longest) return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        if (Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done || length <= NonceBytes + TagBytes)
            return null;
        var plain = new byte[length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            var (nonce, tag, hidden) = (
                bytes[..NonceBytes], bytes[NonceBytes..(NonceBytes + TagBytes)], bytes[(NonceBytes + TagBytes)..length]);
            cipher.Decrypt(nonce, hidden, tag, plain, Encoding.UTF8.GetBytes(cohortId));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null; // Sealed with another key, for another cohort, or changed.
        }

        return JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(Unpressed(plain));
    }

    static byte[] Pressed(byte[] bytes)
    {
        using var pressed = new MemoryStream();
        using (var brotli = new BrotliStream(pressed, CompressionLevel.SmallestSize)) brotli.Write(bytes);
        return pressed.ToArray();
    }

    static byte[] Unpressed(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        brotli.CopyTo(plain);
        return plain.ToArray();
    }
}
