using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Surveys;

/// <summary>The surveys in the middle and at the end.</summary>
public static class SurveysRegistration
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddTexts("Surveys")
        .AddMails("Surveys")
        .AddForm(MidSurveyForm.Form)
        .AddForm(FinalSurveyForm.Form)
        .AddSingleton<NoContactLetters>()
        .AddSingleton<IDecisionEffect, NoContactEffect>()
        .AddOwnCard<OwnSurveys>();
}
