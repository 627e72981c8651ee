using Ilnp.Intake.Duplicates;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Intake;

/// <summary>Services and settings of intake and screening.</summary>
public static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Identities>()
            .AddSingleton<RawMessageStore>()
            .AddSingleton<ApplicationStore>()
            .AddSingleton<IntakeProblemStore>()
            .AddSingleton<ProblemNotes>()
            .AddSingleton<ApplicationRegistrar>()
            .AddSingleton<ApplicationInbox>()
            .AddSingleton<DuplicateProposalStore>()
            .AddSingleton<DuplicateReview>()
            .AddSingleton<IntakeReview>();
    }
}
