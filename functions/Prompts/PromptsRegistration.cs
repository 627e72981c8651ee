using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Prompts;

/// <summary>Conversation topics every month.</summary>
public static class PromptsRegistration
{
    public static IServiceCollection AddPrompts(this IServiceCollection services) => services
        .AddMails("Prompts")
        .AddTexts("Prompts")
        .AddSingleton<PromptLetters>()
        .AddOwnCard<OwnPrompts>();
}
