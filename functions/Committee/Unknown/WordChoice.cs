using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Committee.Unknown;

/// <summary>What a word of a kind can mean, as the committee finds it: in any spelling that applicants can use.</summary>
sealed class WordChoice(WordKind kind, CohortSettings cohort)
{
    public const string Field = "value";

    /// <summary>Its texts.</summary>
    public static readonly Form Asked = new("unknown-word", new TextQuestion(Field, 100));

    readonly Topics topics = Topics.Interests(cohort.Of<IntakeSettings>());

    /// <summary>With what can be chosen.</summary>
    public Form Form => Asked with { Questions = [new TextQuestion(Field, 100) { Suggestions = Offered }] };

    /// <summary>The code of what was entered; null when it is not known.</summary>
    public string? Find(string words) => kind switch
    {
        WordKind.Country => Countries.Find(words),
        WordKind.Language => Languages.Find(words),
        _ => topics.Find(words),
    };

    public string ErrorKey => kind switch
    {
        WordKind.Country => "error.unknown-country",
        WordKind.Language => "error.unknown-language",
        _ => "error.unknown-topic",
    };

    /// <summary>A code as it is read.</summary>
    public static string Name(WordKind kind, string code, string language) => kind switch
    {
        WordKind.Country => Words.Country(code, language),
        WordKind.Language => Words.Language(code, language),
        _ => Words.Topic(code, language),
    };

    Suggestions Offered => kind switch
    {
        WordKind.Country => Suggestions.Countries,
        WordKind.Language => Suggestions.Languages,
        _ => new("topics", locale => topics.Codes.Select(code => Words.Topic(code, locale.Language)).Order(StringComparer.Ordinal)),
    };
}
