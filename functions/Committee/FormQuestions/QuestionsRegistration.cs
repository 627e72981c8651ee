using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Committee.FormQuestions;

/// <summary>What the forms of other services ask, and the ways to say what it is.</summary>
static class QuestionsRegistration
{
    public static IServiceCollection AddFormQuestions(this IServiceCollection services) => services
        .AddSingleton<QuestionsReading>().AddSingleton<StrayReading>().AddSingleton<StrayPresses>().AddSingleton<FormSecretReading>();
}
