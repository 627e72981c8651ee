using Ilnp.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Cohort;

/// <summary>The cohort's life and its start.</summary>
public static class CohortRegistration
{
    public static IServiceCollection AddCohort(this IServiceCollection services) => services
        .AddMails("Cohort")
        .AddSingleton<CohortSettingsFile>()
        .AddSingleton<CohortStarter>();
}
