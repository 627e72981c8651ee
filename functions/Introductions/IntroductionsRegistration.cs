using Ilnp.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Introductions;

/// <summary>Partners hear of each other.</summary>
public static class IntroductionsRegistration
{
    public static IServiceCollection AddIntroductions(this IServiceCollection services) => services
        .AddForm(AgreementForm.Form);
}
