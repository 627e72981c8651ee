using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Surveys, as its steps give them.</summary>
static class SurveysMails
{
    public static SampleModels Models { get; } = new()
    {
        ["mid-survey"] = new Dictionary<string, object?> { ["close_date"] = "15 July 2020", ["url"] = Link },
        ["final-survey"] = new Dictionary<string, object?> { ["close_date"] = "10 September 2020", ["url"] = Link },
        ["survey-reminder"] = new Dictionary<string, object?> { ["close_date"] = "15 July 2020", ["url"] = Link, ["survey"] = "final" },
    };
}
