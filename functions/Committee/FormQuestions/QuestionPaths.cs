using Ilnp.Intake.Answers;
using Ilnp.Texts;

namespace Ilnp.Committee.FormQuestions;

/// <summary>Addresses of what forms ask, and how it is said.</summary>
static class QuestionPaths
{
    public static string Of(string cohortId) => $"/cohorts/{cohortId}/questions";

    /// <summary>Where it is said what a question is.</summary>
    public static string OfQuestion(string cohortId, string questionId) => $"{Of(cohortId)}/{questionId}";

    /// <summary>Where a message is tried.</summary>
    public static string OfTrial(string cohortId) => $"/cohorts/{cohortId}/trial-message";

    /// <summary>What a form of another service has to ask.</summary>
    public static string OfNotes(string cohortId) => $"/cohorts/{cohortId}/form-notes";

    /// <summary>Of the secret that a form service signs with.</summary>
    public static string OfSecret(string cohortId, string provider) => $"/cohorts/{cohortId}/form-secrets/{provider}";

    /// <summary>Where messages for a round that is not here are taken in or thrown away.</summary>
    public static string OfStrays(string cohortId, string provider, string nameId) =>
        $"/cohorts/{cohortId}/stray-messages/{provider}/{nameId}";

    /// <summary>What acts are kept under.</summary>
    public static string Subject(string questionId) => $"question-{questionId}";

    /// <summary>A field's key as it is read; empty for left out.</summary>
    public static string Named(PageTexts texts, string key) => ApplicationFields.Find(key)?.Words() ?? texts["questions.left-out"];

    /// <summary>Text that says that an act was done; null for none of these.</summary>
    public static string? DoneKey(string act) => act switch
    {
        QuestionPages.Set => "questions.done.set",
        QuestionPages.LeaveOut => "questions.done.leave-out",
        QuestionPages.TakeBack => "questions.done.take-back",
        StrayPages.TakeIn => "stray.done.take-in",
        StrayPages.ThrowAway => "stray.done.throw-away",
        _ => null,
    };
}
