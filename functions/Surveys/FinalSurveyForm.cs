using Ilnp.Forms;

namespace Ilnp.Surveys;

/// <summary>
/// The survey of the last week: the questions of Appendix B of the 2020 report, in our words, and
/// whether they may be quoted. Only collected.
/// </summary>
static class FinalSurveyForm
{
    public static Form Form { get; } = new(
        "final-survey",
        new ChoiceQuestion("q1", "yes", "no"),
        new ChoiceQuestion("q2", "yes", "no"),
        new TextQuestion("q3", 2000) { Long = true, Required = false },
        new TextQuestion("q4", 2000) { Long = true, Required = false },
        new TextQuestion("q5", 2000) { Long = true, Required = false },
        new TextQuestion("q6", 2000) { Long = true, Required = false },
        new ScaleQuestion("q7", 1, 5),
        new ChoiceQuestion("q8", "yes", "no"),
        SurveyConsent.Question,
        new TextQuestion("q9-name", 200) { Required = false, Autocomplete = "name" },
        new EmailQuestion("q9-email") { Required = false, Autocomplete = "email" });
}
