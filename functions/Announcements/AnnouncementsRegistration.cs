using Ilnp.Documents;
using Ilnp.Mail;
using Ilnp.Privacy;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Announcements;

public static class AnnouncementsRegistration
{
    public static IServiceCollection AddAnnouncements(this IServiceCollection services) => services
        .AddMails("Announcements", "announcement")
        .AddTypesetting()
        .AddSingleton(_ => new TextFiles<AnnouncementTexts>("Announcements/Texts"))
        .AddTextFamily(provider => provider.GetRequiredService<TextFiles<AnnouncementTexts>>())
        .AddSingleton<FlyerRenderer>()
        .AddFreeOfPersonalData("container announcements", "flyers, pictures and texts to share")
        .AddSingleton<AnnouncementStore>();
}
