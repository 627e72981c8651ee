using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Returning.Questions;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Returning;

/// <summary>People of earlier cohorts come back.</summary>
public static class ReturningRegistration
{
    public static IServiceCollection AddReturning(this IServiceCollection services) => services
        .AddTexts("Returning")
        .AddMails("Returning")
        .AddForm(Again.Form)
        .AddSingleton<KnownForms>()
        .AddSingleton<Returners>()
        .AddOwnCard<OwnReturning>();
}
