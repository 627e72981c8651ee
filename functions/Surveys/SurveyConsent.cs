using Ilnp.Forms;

namespace Ilnp.Surveys;

/// <summary>
/// Whether somebody's words may stand in the report: each survey asks it, of what is written in it and of nothing else. The committee
/// reads them in any case, as the question says.
/// </summary>
static class SurveyConsent
{
    /// <summary>The question's key, in every survey.</summary>
    public const string Key = "q10";

    /// <summary>With the name.</summary>
    public const string Named = "yes";

    /// <summary>Without it.</summary>
    public const string Unnamed = "anonymous";

    public static Question Question { get; } = new ChoiceQuestion(Key, Named, "no", Unnamed);
}
