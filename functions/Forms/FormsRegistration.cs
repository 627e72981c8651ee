using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ilnp.Forms;

/// <summary>How a step brings its forms.</summary>
public static class FormsRegistration
{
    public static IServiceCollection AddForm(this IServiceCollection services, Form form)
    {
        services.TryAddSingleton<FormCatalogue>();
        return services.AddSingleton(form);
    }
}
