using Ilnp.Documents;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Announcements;

public static class AnnouncementsRegistration
{
    public static IServiceCollection AddAnnouncements(this IServiceCollection services) => services
        .AddTypesetting()
        .AddSingleton(_ => new TextFiles<AnnouncementTexts>("Announcements/Texts"))
        .AddSingleton<FlyerRenderer>()
        .AddSingleton<AnnouncementStore>();
}
