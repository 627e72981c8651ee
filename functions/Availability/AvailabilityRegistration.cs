using Ilnp.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Availability;

/// <summary>The participation inquiry.</summary>
public static class AvailabilityRegistration
{
    public static IServiceCollection AddAvailability(this IServiceCollection services) => services
        .AddForm(AvailabilityForm.Form);
}
