using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Programme;

/// <summary>The stores of what every step knows: cohorts, people and groups.</summary>
public static class ProgrammeRegistration
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddOptions<IdentityOptions>().BindConfiguration(IdentityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<CohortStore>().AddSingleton<PeopleStore>().AddSingleton<GroupStore>().AddSingleton<PriorityStore>();
    }
}
