using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Drive;

/// <summary>The drive that the committee shares.</summary>
public static class DriveRegistration
{
    public static IServiceCollection AddDrive(this IServiceCollection services)
    {
        services.AddOptions<DriveOptions>().BindConfiguration(DriveOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DriveOptions>, DriveOptionsCheck>()
            .AddSingleton<ISharedDrive>(provider => provider.GetRequiredService<IOptions<DriveOptions>>().Value.Kind switch
            {
                DriveOptions.OfFolder => ActivatorUtilities.CreateInstance<FolderDrive>(provider),
                DriveOptions.OfGraph => ActivatorUtilities.CreateInstance<GraphDrive>(provider),
                _ => new NoDrive(),
            });
    }
}
