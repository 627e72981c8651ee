using Ilnp.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Cohort;

/// <summary>What the cohort's own steps need: its settings, people and groups, and the starter.</summary>
public static class CohortRegistration
{
    public static IServiceCollection AddCohort(this IServiceCollection services) => services
        .AddSingleton<CohortStore>()
        .AddSingleton<PeopleStore>()
        .AddSingleton<GroupStore>()
        .AddSingleton<PriorityStore>()
        .AddSingleton<CohortStarter>();
}
