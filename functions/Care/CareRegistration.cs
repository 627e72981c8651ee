using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Care;

/// <summary>Care for running groups.</summary>
public static class CareRegistration
{
    public static IServiceCollection AddCare(this IServiceCollection services) => services
        .AddTexts("Care")
        .AddMails("Care")
        .AddForm(PulseForm.Form)
        .AddForm(NudgeForm.Form)
        .AddForm(LiaisonRematchForm.Form)
        .AddForm(TrioConsentForm.Form);
}
