using Ilnp.Committee.OwnWords.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Committee.OwnWords;

/// <summary>Mails in the committee's own words, and the people invented that they are tried with.</summary>
static class WordingRegistration
{
    public static IServiceCollection AddOwnWords(this IServiceCollection services)
    {
        foreach (var sample in ParticipantSamples.All) services.AddSingleton(sample);
        return services.AddSingleton<OwnTexts>().AddSingleton<WordingReading>();
    }
}
