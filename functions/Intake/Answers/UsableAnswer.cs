using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>Whether an answer is of the kind that its field wants: tells which of two questions was meant for it.</summary>
static class UsableAnswer
{
    public static bool For(ApplicationField field, RawAnswer answer) => answer.Values.Count > 0 && field switch
    {
        ApplicationField.Email => EmailAddress.Read(answer.Text).Value is not null,
        ApplicationField.Country => Countries.Find(answer.Text) is not null,
        ApplicationField.TimeZone => TimeZones.Find(answer.Text) is not null,
        ApplicationField.Internet or ApplicationField.Biweekly or ApplicationField.Commit or ApplicationField.Waited =>
            Replies.Find(answer.Text) is not null,
        ApplicationField.Years => YearsAnswer.Read(answer.Text).Value is not null,
        ApplicationField.AppliedAt => answer.Text.Any(char.IsDigit) && !answer.Question.Any(IsBeginning),
        ApplicationField.Name => !answer.Text.Contains('@', StringComparison.Ordinal) && answer.Text is not "anonymous",
        _ => true,
    };

    /// <summary>Somebody who begins a form has not applied yet.</summary>
    static bool IsBeginning(string title) =>
        Fold.Words(title) is [("start" or "started" or "begin" or "inicio" or "debut" or "beginn" or "startzeit" or "начало"), ..];
}
