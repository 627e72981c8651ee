using Ilnp.Privacy;
using Ilnp.Usage.Cost;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Usage;

/// <summary>What the app uses, and what that costs.</summary>
public static class UsageRegistration
{
    public static IServiceCollection AddUsage(this IServiceCollection services) => services
        .AddFreeOfPersonalData("table Usage", "how many functions ran and requests went out each day")
        .AddSingleton<UsageCount>()
        .AddSingleton<UsageLedger>()
        .AddHostedService(all => all.GetRequiredService<UsageLedger>())
        .AddSingleton<RunningCosts>();
}
