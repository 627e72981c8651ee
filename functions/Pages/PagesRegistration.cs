using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Pages;

/// <summary>The words that all pages have.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services.AddTexts("Pages");
}
