using Ilnp.Forms;

namespace Ilnp.Surveys;

/// <summary>The programme's two surveys.</summary>
public enum SurveyKind
{
    /// <summary>Half way, eleven questions.</summary>
    Mid,

    /// <summary>In the last week, ten questions.</summary>
    Final,
}

/// <summary>The form of each survey; the mail that brings it has the form's name.</summary>
public static class SurveyForms
{
    public static Form Form(this SurveyKind kind) => kind == SurveyKind.Mid ? MidSurveyForm.Form : FinalSurveyForm.Form;
}
