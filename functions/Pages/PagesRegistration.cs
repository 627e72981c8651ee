using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Pages;

/// <summary>The pages' texts.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton(TextShelf.Load(Path.Combine(AppContext.BaseDirectory, "Pages", "Texts")));
}
