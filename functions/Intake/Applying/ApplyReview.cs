using Ilnp.Forms;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Intake.Applying;

/// <summary>The answers as they are understood, before they are sent.</summary>
/// <param name="Form">As it was filled in.</param>
/// <param name="Programme">The cohort's name.</param>
/// <param name="Mark">What proves that they were shown.</param>
/// <param name="IsAgain">Whether one press more is asked for.</param>
public sealed record ApplyReview(FormView Form, string Programme, string Mark, bool IsAgain)
{
    /// <summary>Each question that was answered, with the answer.</summary>
    public IEnumerable<(string Question, string Answer)> Lines => Form.Answered.Select(question => (question.Label, AnswerOf(question)));

    /// <summary>What the form sends again.</summary>
    public IEnumerable<(string Name, string Value)> Fields =>
        Form.Answered.SelectMany(question => question.Values.Select(value => (question.Question.Key, value)));

    string AnswerOf(QuestionView question)
    {
        var (language, said) = (Form.Texts.Language, string.Join(", ", question.Values));
        return question.Question.Key switch
        {
            "country" when Countries.Find(said) is { } code => Words.Country(code, language),
            "languages" => Words.Languages(question.Values.SelectMany(Vocabulary.Languages.FindAll).Distinct(), language),
            "timezone" => TimeZones.Find(said, Countries.Find(string.Join(' ', Form.Reading.Of("country")))) ?? said,
            _ => string.Join('\n', question.Values.Select(question.Words)), // a line each: an option may have an "and" of its own
        };
    }
}
