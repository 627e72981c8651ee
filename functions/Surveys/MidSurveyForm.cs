using Ilnp.Forms;

namespace Ilnp.Surveys;

/// <summary>The survey in the middle: the questions of Appendix A of the 2020 report, in our words. Only collected.</summary>
static class MidSurveyForm
{
    /// <summary>Whether the person has communicated with the partner, and the answer that is a matter for the liaison.</summary>
    public const string HasContact = "q4", NoContact = "no";

    /// <summary>What the person would say to others.</summary>
    public const string Comment = "q9";

    public static Form Form { get; } = new(
        "mid-survey",
        new TextQuestion("q1", 500) { Required = false },
        new ChoiceQuestion("q2", "yes", "no"),
        new TextQuestion("q3", 2000) { Long = true, Required = false },
        new ChoiceQuestion(HasContact, "yes", NoContact),
        new ChoiceQuestion("q5", "weekly", "fortnightly", "monthly", "not-often", "other") { OnlyIf = new(HasContact, "yes") },
        new ChoiceQuestion("q6", "email", "video", "social", "texting", "other") { Several = true, Required = false },
        new ChoiceQuestion("q7", "yes", "no"),
        new ChoiceQuestion("q8", "yes", "no"),
        new TextQuestion(Comment, 2000) { Long = true, Required = false },
        SurveyConsent.Question,
        new TextQuestion("q11-name", 200) { Required = false, Autocomplete = "name" },
        new EmailQuestion("q11-email") { Required = false, Autocomplete = "email" });
}
