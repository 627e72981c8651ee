using Ilnp.Approvals;
using Ilnp.Care.Letters;
using Ilnp.Care.Liaisons;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Care.Weeks;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Care;

/// <summary>Care for running groups.</summary>
public static class CareRegistration
{
    public static IServiceCollection AddCare(this IServiceCollection services)
    {
        foreach (var form in LiaisonForms.All)
            services.AddCommitteeForm(form, LiaisonForms.Asked(form))
                .AddSingleton<IDecisionCheck>(provider => ActivatorUtilities.CreateInstance<ConcernCheck>(provider, form));
        foreach (var form in new[] { Pulse.Form, Nudge.Form })
            services.AddSingleton<IDecisionEffect>(provider => ActivatorUtilities.CreateInstance<LeavingEffect>(provider, form));
        return services
            .AddTexts("Care", "liaison-", "lead-")
            .AddMails("Care", "liaison-", "lead-")
            .AddForm(PulseForm.Form)
            .AddForm(NudgeForm.Form)
            .AddForm(Comeback.Form)
            .AddForm(TrioConsentForm.Form)
            .AddSingleton<Circles>()
            .AddSingleton<PulseCircles>()
            .AddSingleton<SeekerScenes>()
            .AddSingleton<PartnersForeseen>()
            .AddSingleton<GroupNeeds>()
            .AddSingleton<LiaisonWeekLetter>()
            .AddSingleton<OpenConcerns>()
            .AddSingleton<GroupHandOver>()
            .AddOwnCard<OwnCare>()
            .AddSingleton<IDeparture, CareDeparture>()
            .AddSingleton<IDecisionEffect, ComebackEffect>();
    }
}
