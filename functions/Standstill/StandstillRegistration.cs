using Ilnp.Mail;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Standstill;

/// <summary>What was to happen while nothing ran.</summary>
public static class StandstillRegistration
{
    public static IServiceCollection AddStandstill(this IServiceCollection services) => services
        .AddTexts("Standstill", "")
        .AddMails("Standstill", "");
}
