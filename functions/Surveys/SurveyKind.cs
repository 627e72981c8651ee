namespace Ilnp.Surveys;

/// <summary>The programme's two surveys.</summary>
public enum SurveyKind
{
    /// <summary>Half way, eleven questions.</summary>
    Mid,

    /// <summary>In the last week, nine questions.</summary>
    Final,
}

/// <summary>Names that surveys go by.</summary>
public static class SurveyNames
{
    /// <summary>Name of the form and of the mail template.</summary>
    public static string Form(this SurveyKind kind) => kind == SurveyKind.Mid ? "mid-survey" : "final-survey";

    /// <summary>Prefix of all decisions of the survey.</summary>
    public static string DecisionPrefix(this SurveyKind kind) => kind.Form() + "-";

    public static string DecisionId(this SurveyKind kind, string personId) => kind.DecisionPrefix() + personId;
}
