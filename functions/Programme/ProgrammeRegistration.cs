using Ilnp.Privacy;
using Ilnp.Programme.PersonalData;
using Ilnp.Programme.Reasons;
using Ilnp.Programme.Waiting;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Programme;

/// <summary>The stores of what every step knows: cohorts, people and groups.</summary>
public static class ProgrammeRegistration
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddOptions<IdentityOptions>().BindConfiguration(IdentityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddTexts("Programme")
            .AddTextFamily(_ => new ReasonTexts())
            .AddPersonalData<PeopleData>(PeopleData.Held)
            .AddPersonalData<GroupsData>(GroupsData.Held)
            .AddPersonalData<SecondPairsData>(SecondPairsData.Held)
            .AddPersonalData<PriorityData>(PriorityData.Held)
            .AddFreeOfPersonalData("table Cohorts", "settings; names and addresses of the committee, who wrote them there")
            .AddFreeOfPersonalData("table CorrectedAddresses", "which person a corrected address leads to, by hash and id")
            .AddSingleton<IOtherSelves, SameAddress>()
            .AddSingleton<AddressBook>()
            .AddGoesWithCohort<AddressBook>()
            .AddSingleton<Identities>()
            .AddSingleton<CohortStore>()
            .AddSingleton<PeopleStore>()
            .AddSingleton<GroupStore>()
            .AddSingleton<SecondPairStore>()
            .AddSingleton<PriorityStore>()
            .AddSingleton<WaitingPeople>()
            .AddSingleton<WaitingNotes>();
    }

    /// <summary>How a step brings its section of a cohort's settings.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services) where T : IStepSettings, new() =>
        services.AddSingleton(SettingsSection.Of<T>());
}
