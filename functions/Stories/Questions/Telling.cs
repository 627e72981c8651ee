using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Stories.Questions;

/// <summary>
/// What somebody tells others of the programme, and how it may be shown: form name, questions and choices. Whoever takes the consent back
/// takes the words back too: what is not asked for is not kept.
/// </summary>
public static class Telling
{
    public const string Name = "story";

    /// <summary>The question that decides, and its choices.</summary>
    public const string Consent = "consent", Named = "named", Unnamed = "unnamed", No = "no";

    public const string Signed = "name", Title = "heading", Text = "text", Language = "language";

    /// <summary>UTF-16 units: a story of three pages.</summary>
    const int Longest = 8000;

    /// <summary>
    /// About as long as anything of a cohort is kept by default, until the end of a day: nothing is shown that its author cannot take back.
    /// </summary>
    const int OpenDays = 365;

    static readonly string[] Languages = ["ar", "en", "es", "fr", "ja", "ko", "pt", "ru", "zh"];

    static readonly Condition Shown = new(Consent, Named, Unnamed);

    internal static Form Form { get; } = new(
        Name,
        new ChoiceQuestion(Consent, Named, Unnamed, No),
        new TextQuestion(Signed, 200) { OnlyIf = new(Consent, Named) },
        new TextQuestion(Title, 120) { Required = false, OnlyIf = Shown },
        new TextQuestion(Text, Longest) { Long = true, OnlyIf = Shown },
        new ChoiceQuestion(Language, Languages) { Required = false, OfLanguages = true, OnlyIf = Shown })
    {
        Decides = Consent,
    };

    public static string DecisionId(string personId) => Form.DecisionId(personId);

    /// <summary>What the ids of all of a cohort begin with.</summary>
    internal static string Prefix => Form.DecisionPrefix();

    public static DecisionRequest Question(CohortSettings cohort, string personId) =>
        Form.Question(cohort.Id, personId, new ProgrammeCalendar(cohort).FinalSurveyCloses.AddDays(OpenDays), personId);
}
