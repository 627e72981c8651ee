using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ilnp.Approvals;

/// <summary>Links that decide.</summary>
public static class ApprovalsRegistration
{
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddOptions<ApprovalsOptions>().BindConfiguration(ApprovalsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApprovalsOptions>, ApprovalsOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<LinkSigner>()
            .AddSingleton<DecisionTokens>()
            .AddSingleton<DecisionStore>()
            .AddSingleton<DecisionLinks>()
            .AddSingleton<DecisionSubjects>()
            .AddSingleton<DecisionMails>()
            .AddSingleton<FreshLinks>()
            .AddSingleton<DecisionAnnouncer>()
            .AddSingleton<DecisionRecorder>()
            .AddSingleton<DecisionPages>();
    }
}
