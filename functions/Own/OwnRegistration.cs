using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Own;

/// <summary>Everybody's own page.</summary>
public static class OwnRegistration
{
    public static IServiceCollection AddOwn(this IServiceCollection services)
    {
        services.AddOptions<OwnOptions>().BindConfiguration(OwnOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddTexts("Own")
            .AddMails("Own")
            .AddForm(FindForm.Form)
            .AddSingleton<Owners>()
            .AddSingleton<OwnSessions>()
            .AddSingleton<OwnKeys>()
            .AddSingleton<OwnKeyLetters>()
            .AddSingleton<OwnPageLetters>()
            .AddSingleton<OwnGate>()
            .AddOwnCard<OwnDates>();
    }

    /// <summary>How a step brings its part of the page.</summary>
    public static IServiceCollection AddOwnCard<T>(this IServiceCollection services) where T : class, IOwnCard =>
        services.AddSingleton<IOwnCard, T>();
}
