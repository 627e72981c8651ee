using Ilnp.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Surveys;

/// <summary>The surveys in the middle and at the end.</summary>
public static class SurveysRegistration
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddForm(MidSurveyForm.Form)
        .AddForm(FinalSurveyForm.Form);
}
