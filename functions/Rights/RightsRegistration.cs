using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Rights;

/// <summary>What people may ask of what is held of them: to see it, to take it along, to have it erased.</summary>
public static class RightsRegistration
{
    public static IServiceCollection AddRights(this IServiceCollection services) => services
        .AddTexts("Rights")
        .AddMails("Rights")
        .AddSingleton<PersonRecords>()
        .AddOwnCard<OwnData>();
}
