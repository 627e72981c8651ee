using System.Text.Json.Serialization;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake.FormQuestions;

/// <summary>Which questions a message asked, what its answers look like and what they were read as; none of their words.</summary>
public sealed record AskedMessage
{
    public required string CohortId { get; init; }

    public required string ApplicationId { get; init; }

    /// <summary>Name of the form provider.</summary>
    public required string Provider { get; init; }

    /// <summary>When the message came, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Of the choices that it was read with; null for none.</summary>
    public string? ChoicesId { get; init; }

    /// <summary>The message is not kept any more: it stays as it was read.</summary>
    public bool IsGone { get; init; }

    /// <summary>The questions as one text, since a cohort has thousands of messages: <c>id kind field</c>, separated by commas.</summary>
    public required string Asked { get; init; }

    [JsonIgnore]
    public IEnumerable<AskedHere> Questions => Asked.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(AskedHere.Parse);

    public static string Write(IEnumerable<AskedHere> questions) =>
        string.Join(',', questions.DistinctBy(asked => asked.QuestionId).Select(asked => asked.ToString()));
}

/// <summary>A question in one message.</summary>
/// <param name="Field">What it was read as; null for nothing.</param>
public readonly record struct AskedHere(string QuestionId, AnswerKind Kind, ApplicationField? Field)
{
    public static AskedHere Parse(string text)
    {
        var parts = text.Split(' ');
        return new(parts[0], (AnswerKind)(parts[1][0] - '0'), parts.Length > 2 ? ApplicationFields.Find(parts[2]) : null);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{QuestionId} {(int)Kind}{(Field is { } field ? $" {field.Key()}" : "")}";
}
