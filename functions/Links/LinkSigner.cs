using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ilnp.Links;

/// <summary>
/// Signs short texts into tokens that stand in an address: HMAC-SHA256 over key id, purpose, expiry and subject. A token
/// made for one purpose is invalid for every other. Its form is <c>keyId.base64url(expiry, subject, MAC)</c>; the MAC is cut
/// to 128 bits (RFC 2104, section 5) to keep links short.
/// </summary>
public sealed class LinkSigner(IOptions<SigningOptions> options)
{
    const int MacBytes = 16;
    const int ExpiryBytes = 4;
    const int LongestToken = 512;

    /// <summary>Ids never contain it.</summary>
    const char Separator = '\n';

    readonly Dictionary<string, byte[]> keys = options.Value.SigningKeys.ToDictionary(
        key => key.Key, key => Convert.FromBase64String(key.Value));

    /// <summary>Id of the key that signs new links.</summary>
    public string CurrentKey => options.Value.CurrentKey;

    public bool Knows(string keyId) => keys.ContainsKey(keyId);

    /// <summary>A token by the current key.</summary>
    /// <param name="purpose">What the token may be used for; the reader names the same.</param>
    /// <param name="expiresAt">UTC; the next whole minute counts.</param>
    /// <param name="subject">Ids, given back by <see cref="Read"/>; readable by whoever holds the token.</param>
    public string Sign(string purpose, DateTimeOffset expiresAt, params string[] subject) =>
        SignBy(CurrentKey, purpose, expiresAt, subject);

    /// <summary>As <see cref="Sign"/>, by a given key: makes a token of before a rotation again.</summary>
    public string SignBy(string keyId, string purpose, DateTimeOffset expiresAt, params string[] subject)
    {
        var words = Encoding.UTF8.GetBytes(string.Join(Separator, subject));
        var signed = new byte[ExpiryBytes + words.Length];
        BinaryPrimitives.WriteUInt32BigEndian(signed, Minutes(expiresAt));
        words.CopyTo(signed, ExpiryBytes);
        return $"{keyId}.{Base64Url.EncodeToString([.. signed, .. Mac(keyId, purpose, signed)])}";
    }

    /// <summary>What a token says, if it was made here for this purpose.</summary>
    public LinkReading Read(string purpose, string token, DateTimeOffset now)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var keyId, var text] || !Knows(keyId)) return LinkReading.Invalid;
        if (Decode(text) is not { Length: > ExpiryBytes + MacBytes } bytes) return LinkReading.Invalid;
        var (signed, mac) = (bytes[..^MacBytes], bytes[^MacBytes..]);
        if (!CryptographicOperations.FixedTimeEquals(mac, Mac(keyId, purpose, signed))) return LinkReading.Invalid;
        var expiresAt = DateTimeOffset.UnixEpoch.AddMinutes(BinaryPrimitives.ReadUInt32BigEndian(signed));
        return new(
            now < expiresAt ? LinkValidity.Valid : LinkValidity.Expired, Encoding.UTF8.GetString(signed[ExpiryBytes..]).Split(Separator));
    }

    /// <summary>
    /// When a token expires, whatever it is for; null for what is none. One whose key is known no more opens nothing, whenever it is. Its
    /// MAC is not checked: for addresses that stand in mails of ours.
    /// </summary>
    public DateTimeOffset? ExpiryOf(string token) =>
        token.Split('.') is not [var keyId, var text] || Decode(text) is not { Length: > ExpiryBytes + MacBytes } bytes ? null
        : Knows(keyId) ? DateTimeOffset.UnixEpoch.AddMinutes(BinaryPrimitives.ReadUInt32BigEndian(bytes))
        : DateTimeOffset.MinValue;

    byte[] Mac(string keyId, string purpose, byte[] signed) =>
        HMACSHA256.HashData(
            keys[keyId], (byte[])[.. Encoding.UTF8.GetBytes($"{keyId}{Separator}{purpose}{Separator}"), .. signed])[..MacBytes];

    static uint Minutes(DateTimeOffset moment) => (uint)Math.Ceiling((moment - DateTimeOffset.UnixEpoch).TotalMinutes);

    /// <summary>Null unless the text is exactly what encoding gives: one token has one spelling.</summary>
    static byte[]? Decode(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done) return null;
        return Base64Url.EncodeToString(bytes.AsSpan(0, length)) == text ? bytes[..length] : null;
    }
}
