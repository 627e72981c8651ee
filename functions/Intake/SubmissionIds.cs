using System.Text.Json;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>Ids of what comes in: the same whenever the same comes again.</summary>
public static class SubmissionIds
{
    /// <summary>
    /// Of a submission with its answers: providers send it again after somebody changed them, and then it is another application,
    /// while the same answers sent again are not.
    /// </summary>
    public static string Of(string provider, RawSubmission said, byte[] body) =>
        said.SubmissionId is not { Length: > 0 } id ? StableIds.Of(provider, null, body)
            : StableIds.Of(provider, $"{id}\n{string.Join('\u001E', said.Answers.Select(Written))}", body);

    static string Written(RawAnswer answer) =>
        $"{(answer.Question is [var title, ..] ? title : "")}\u001F{string.Join('\u001F', answer.Values)}";

    /// <summary>Of a message, whatever it turned out to be.</summary>
    public static string Of(FormProvider provider, BodyReading reading, ReceivedBody body) =>
        reading.Submission is { } said ? Of(provider.Name, said, body.Bytes) : StableIds.Of(provider.Name, null, body.Bytes);

    /// <summary>
    /// Of what a person answered: the same for the same answers, whatever application they come in, so that nobody is told twice.
    /// </summary>
    public static string OfAnswers(string personId, ApplicationAnswers answers) =>
        StableIds.Of(JsonSerializer.SerializeToUtf8Bytes(new { personId, answers }));
}
