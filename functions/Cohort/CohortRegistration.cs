using Ilnp.Cohort.Moves;
using Ilnp.Mail;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Cohort;

/// <summary>The cohort's life and its start.</summary>
public static class CohortRegistration
{
    public static IServiceCollection AddCohort(this IServiceCollection services) => services
        .AddMails("Cohort", "dates-moved")
        .AddTexts("Cohort", "dates.")
        .AddSingleton<MoveLetters>()
        .AddSingleton<CohortSettingsFile>()
        .AddSingleton<CohortStarter>();
}
