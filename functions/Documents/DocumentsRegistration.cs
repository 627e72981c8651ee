using Ilnp.Documents.Typesetting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ilnp.Documents;

public static class DocumentsRegistration
{
    /// <summary>The typefaces and what sets text with them; asked for by every step that writes documents.</summary>
    public static IServiceCollection AddTypesetting(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => FontShelf.OfBuild());
        services.TryAddSingleton<Typesetter>();
        services.TryAddSingleton<LineBreaker>();
        return services;
    }
}
