using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Privacy;
using Ilnp.Stories.PersonalData;
using Ilnp.Stories.Pictures;
using Ilnp.Stories.Questions;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Stories;

/// <summary>What participants tell others, with their consent.</summary>
public static class StoriesRegistration
{
    public static IServiceCollection AddStories(this IServiceCollection services) => services
        .AddTexts("Stories")
        .AddMails("Stories", "")
        .AddForm(Telling.Form)
        .AddSingleton<StoryPressStore>()
        .AddSingleton<StoryReading>()
        .AddSingleton<StoryPictureStore>()
        .AddSingleton<PictureFile>()
        .AddSingleton<StoryPictureDrafts>()
        .AddPersonalData<StoryData>(StoryData.Held)
        .AddPersonalData<StoryPictureData>(StoryPictureData.Held)
        .AddSingleton<IDecisionCheck, TellingCheck>()
        .AddSingleton<IDecisionEffect, StoryEffect>()
        .AddOwnCard<OwnStory>();
}
