using System.Globalization;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.FormQuestions;

/// <summary>What an answer looks like, without a word of it.</summary>
public enum AnswerKind
{
    /// <summary>The question was not answered.</summary>
    None,
    Text,
    Number,
    YesOrNo,

    /// <summary>Several ticked boxes, or a ranking.</summary>
    Several,

    /// <summary>A mail address.</summary>
    Address,
}

/// <summary>Tells kinds of answers. Pure.</summary>
static class AnswerKinds
{
    public static AnswerKind Of(RawAnswer answer) => answer switch
    {
        { Text.Length: 0 } => AnswerKind.None,
        { Values.Count: > 1 } => AnswerKind.Several,
        { Text: var text } when double.TryParse(text, CultureInfo.InvariantCulture, out _) => AnswerKind.Number,
        { Text: var text } when text.Contains('@', StringComparison.Ordinal) && EmailAddress.Read(text).Value is not null =>
            AnswerKind.Address,
        { Text: var text } => Replies.Find(text) is null ? AnswerKind.Text : AnswerKind.YesOrNo,
    };
}
