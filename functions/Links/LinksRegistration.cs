using Ilnp.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ilnp.Links;

/// <summary>Signed addresses, and where people reach them.</summary>
public static class LinksRegistration
{
    public static IServiceCollection AddLinks(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SigningOptions>().BindConfiguration(SigningOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SigningOptions>, SigningOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddFreeOfPersonalData("table UsedLinks", "hashes of links that were good once, until they are too old to be used");
        return services.AddSingleton<LinkSigner>().AddSingleton<SignedFiles>().AddSingleton<
            PersonalLinks>().AddSingleton<SignedCookies>().AddSingleton<UsedLinks>();
    }
}
