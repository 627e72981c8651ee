using Ilnp.Mail;
using Ilnp.Meetings.Online;
using Ilnp.Own;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Meetings;

/// <summary>A meeting of everybody, in two sittings.</summary>
public static class MeetingsRegistration
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddOptions<OnlineMeetingsOptions>().BindConfiguration(OnlineMeetingsOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<OnlineMeetingsOptions>, OnlineMeetingsOptionsCheck>()
            .AddSingleton<IOnlineMeetings>(provider =>
                provider.GetRequiredService<IOptions<OnlineMeetingsOptions>>().Value.Mailbox.Length > 0
                    ? ActivatorUtilities.CreateInstance<GraphMeetings>(provider)
                    : new NoOnlineMeetings())
            .AddTexts("Meetings")
            .AddMails("Meetings", "committee-")
            .AddSingleton<MeetingLetters>()
            .AddOwnCard<OwnMeeting>();
    }
}
