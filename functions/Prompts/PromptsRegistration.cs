using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.Prompts.Library;
using Ilnp.Prompts.Reading;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Prompts;

/// <summary>Conversation topics every month.</summary>
public static class PromptsRegistration
{
    public static IServiceCollection AddPrompts(this IServiceCollection services) => services
        .AddMails("Prompts")
        .AddTexts("Prompts")
        .AddSingleton<PromptTexts>()
        .AddTextFamily(provider => provider.GetRequiredService<PromptTexts>())
        .AddSettings<PromptSettings>()
        .AddSingleton<PromptChoices>()
        .AddSingleton<CohortPrompts>()
        .AddSingleton<PromptWords>()
        .AddSingleton<PromptLetters>()
        .AddOwnCard<OwnPrompts>();
}
