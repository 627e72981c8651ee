using Ilnp.Approvals;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Operations;

/// <summary>The app's own running.</summary>
public static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<StoppageStore>()
        .AddSingleton<StoppageLetters>()
        .AddSingleton<StandingFailures>()
        .AddSingleton<IDecisionEffect, GoingOn>();
}
