using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.Standstill;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Continuing;

/// <summary>Groups that go on after the programme's end.</summary>
public static class ContinuingRegistration
{
    public static IServiceCollection AddContinuing(this IServiceCollection services) => services
        .AddTexts("Continuing")
        .AddMails("Continuing", "liaison-")
        .AddForm(Longer.Form)
        .AddForm(StopLonger.Form)
        .AddSettings<ContinuingSettings>()
        .AddSingleton<LongerCircles>()
        .AddSingleton<IDecisionEffect, LongerEffect>()
        .AddSingleton<IDecisionCheck, LongerCheck>()
        .AddSingleton<IDecisionCheck, StopLongerCheck>()
        .AddSingleton<IDeparture, LongerDeparture>()
        .AddSingleton<IOpenBeside, LongerBeside>()
        .AddOwnCard<OwnLonger>();
}
