using Ilnp.Pages.Visitors;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ilnp.Pages;

/// <summary>What all pages have: their words, and who may post to them.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddOptions<VisitorOptions>().BindConfiguration(VisitorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddTexts("Pages").AddSingleton<NoticeAnswers>().AddSingleton<PostLimits>()
            .AddSingleton<SteadyAnswer>().AddHostedService(all => all.GetRequiredService<SteadyAnswer>());
    }
}
