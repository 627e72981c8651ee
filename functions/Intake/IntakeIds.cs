using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake;

/// <summary>Ids that are the same whenever the same thing comes again, and tell nothing about the person.</summary>
public static class IntakeIds
{
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Of the provider's id of a submission; of the message itself when it has none.</summary>
    public static string Of(string provider, string? submissionId, byte[] body) =>
        submissionId is { Length: > 0 }
            ? Base32(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider}\n{submissionId}")), 20)
            : Base32(SHA256.HashData([.. Encoding.UTF8.GetBytes(provider + "\n\n"), .. body]), 20);

    /// <summary>
    /// Of a submission with its answers: providers send it again after somebody changed them, and then it is another application,
    /// while the same answers sent again are not.
    /// </summary>
    public static string Of(string provider, RawSubmission said, byte[] body) => said.SubmissionId is not { Length: > 0 } id ? Of(provider, (string?)null, body)
        : Of(provider, $"{id}\n{string.Join('\u001E', said.Answers.Select(answer => $"{(answer.Question is [var title, ..] ? title : "")}\u001F{string.Join('\u001F', answer.Values)}"))}", body);

    /// <summary>Of what a person answered: the same for the same answers, whatever application they come in, so that nobody is told twice.</summary>
    public static string OfAnswers(string personId, ApplicationAnswers answers) =>
        Base32(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { personId, answers })), 20);

    /// <summary>A person's id: <c>P</c> and 12 letters or digits of a keyed hash, so that nobody without the key can tell who it is.</summary>
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
