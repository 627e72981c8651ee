using System.Security.Cryptography;
using System.Text;

namespace Ilnp.Programme;

/// <summary>Ids that are the same whenever the same thing comes again, and tell nothing about the person.</summary>
public static class StableIds
{
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Of the provider's id of a submission; of the message itself when it has none.</summary>
    public static string Of(string provider, string? submissionId, byte[] body) =>
        submissionId is { Length: > 0 }
            ? Base32(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider}\n{submissionId}")), 20)
            : Base32(SHA256.HashData([.. Encoding.UTF8.GetBytes(provider + "\n\n"), .. body]), 20);

    /// <summary>Of whatever is the same when these bytes are.</summary>
    public static string Of(byte[] content) => Base32(SHA256.HashData(content), 20);

    /// <summary>
    /// A person's id: <c>P</c> and 12 letters or digits of a keyed hash, so that nobody without the key can tell who it is.
    /// </summary>
    public static string OfPerson(byte[] identityKey, string cohortId, string addressKey) =>
        "P" + Base32(HMACSHA256.HashData(identityKey, Encoding.UTF8.GetBytes($"{cohortId}|{addressKey}")), 12).ToUpperInvariant();

    static string Base32(byte[] bytes, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
            text[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        return new(text);
    }
}
