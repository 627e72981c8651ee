using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Privacy;

/// <summary>How a room says what it keeps of people.</summary>
public static class PrivacyRegistration
{
    /// <param name="services">The app's.</param>
    /// <param name="what">As <see cref="IPersonalData.What"/> says it.</param>
    public static IServiceCollection AddPersonalData<T>(this IServiceCollection services, HeldData what) where T : class, IPersonalData =>
        services.AddSingleton(what).AddSingleton<IPersonalData, T>();

    /// <param name="services">The app's.</param>
    /// <param name="place">As <c>table UsedLinks</c>.</param>
    /// <param name="why">What it holds.</param>
    public static IServiceCollection AddFreeOfPersonalData(this IServiceCollection services, string place, string why) =>
        services.AddSingleton(new FreeOfPersonalData(place, why));

    /// <typeparam name="T">Registered by its room.</typeparam>
    public static IServiceCollection AddGoesWithCohort<T>(this IServiceCollection services) where T : class, IGoesWithCohort =>
        services.AddSingleton<IGoesWithCohort>(all => all.GetRequiredService<T>());
}
