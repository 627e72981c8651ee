using Ilnp.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Care;

/// <summary>Care for running groups.</summary>
public static class CareRegistration
{
    public static IServiceCollection AddCare(this IServiceCollection services) => services
        .AddForm(PulseForm.Form)
        .AddForm(NudgeForm.Form)
        .AddForm(LiaisonRematchForm.Form)
        .AddForm(TrioConsentForm.Form);
}
