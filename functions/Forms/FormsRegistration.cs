using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Forms;

/// <summary>Forms, and how a step brings its own.</summary>
public static class FormsRegistration
{
    public static IServiceCollection AddForms(this IServiceCollection services) => services.AddTexts("Forms").AddSingleton<FormCatalogue>();

    public static IServiceCollection AddForm(this IServiceCollection services, Form form) => services.AddSingleton(form);
}
