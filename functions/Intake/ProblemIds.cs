using System.Globalization;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake;

/// <summary>
/// Ids of problems. They begin with what can be done about them, so that each page and each step finds its own by a key: <c>unclear</c>
/// and the word for words whose meaning can be said, <c>country</c> where none was given, <c>address</c> for applications that
/// nobody can be written to for, <c>message</c> for messages that could not be read, <c>question</c> for questions that nobody
/// reads, <c>form</c> for fields that a form does not ask for, <c>stray</c> for messages that named a round that is not here,
/// <c>secret</c> for what a form signs with.
/// </summary>
static class ProblemIds
{
    public const string Unclear = "unclear-",
        Country = "country-",
        Address = "address-",
        Message = "message-",
        Question = "question-",
        Form = "form-",
        Stray = "stray-",
        Secret = "secret-";

    /// <summary>Field of a message as a whole.</summary>
    public const string OfMessage = "message";

    /// <summary>Of all that is about one word.</summary>
    public static string OfWord(string wordId) => $"{Unclear}{wordId}-";

    /// <summary>Whether it is about what a form asks.</summary>
    public static bool IsOfForm(string problemId) =>
        problemId.StartsWith(Form, StringComparison.Ordinal) || problemId.StartsWith(Question, StringComparison.Ordinal);

    public static string OfQuestion(string questionId) => Question + questionId;

    /// <summary>The question that such a problem is about.</summary>
    public static string QuestionOf(string problemId) => problemId[Question.Length..];

    /// <summary>Those of an application that have no other name than their place.</summary>
    public static bool IsByPlace(string problemId, string applicationId) =>
        problemId.Length == applicationId.Length + 3 && char.IsAsciiDigit(problemId[^1]) && char.IsAsciiDigit(problemId[^2]);

    /// <param name="application">As registered.</param>
    /// <param name="finding">About it.</param>
    /// <param name="index">Of the finding.</param>
    public static string Of(Application application, Finding finding, int index) => finding switch
    {
        { Word: { } word } => OfWord(word.WordId) + application.ApplicationId,
        { Field: OfMessage } => Message + application.ApplicationId,
        { Field: "country" } => Country + application.ApplicationId,
        { Field: "email" } when application.Outcome == ApplicationOutcome.Unreachable => Address + application.ApplicationId,
        _ => string.Create(CultureInfo.InvariantCulture, $"{application.ApplicationId}-{index:00}"),
    };
}
